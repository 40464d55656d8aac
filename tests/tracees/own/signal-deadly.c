/* A signal without a handler kills the program in mid-call.
 *
 * thread 1: io_setup = 0 @setup
 * thread 1: io_getevents = -1 EINTR @wait
 * signal: SIGALRM @wait
 * ends: signalled SIGALRM
 */
#include <linux/aio_abi.h>
#include <sys/syscall.h>
#include <unistd.h>

int main(void)
{
	aio_context_t context = 0;
	struct io_event event;
	syscall(SYS_io_setup, 1, &context); /* @setup */
	ualarm(100000, 0);
	syscall(SYS_io_getevents, context, 1L, 1L, &event, NULL); /* @wait */
	return 1;
}
