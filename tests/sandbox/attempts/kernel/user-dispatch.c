/* Has its own calls turned into SIGSYS by PR_SET_SYSCALL_USER_DISPATCH, which the kernel does
 * before any filter or tracer is asked.
 *
 * prints: dispatch: 0
 * prints: caught: [1-9][0-9]*
 * prints: io_destroy: EINVAL
 * row: io_destroy = -1 EINVAL @[0-9]+
 * ends: exited 0
 */
#include <sys/prctl.h>
static volatile char blocked;
static volatile int caught;
static void handle(int signal, siginfo_t *info, void *context)
{
	blocked = 0;
	caught++;
}
int main(void)
{
	sigaction(SIGSYS, &(struct sigaction){ .sa_sigaction = handle, .sa_flags = SA_SIGINFO }, NULL);
	TRY("dispatch", prctl(59, 1, 0, 0, &blocked));
	blocked = 1;
	syscall(SYS_io_destroy, 7L);
	blocked = 0;
	printf("caught: %d\n", caught);
	TRY("io_destroy", syscall(SYS_io_destroy, 8L));
}
