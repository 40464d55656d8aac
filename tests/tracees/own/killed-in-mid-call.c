/* A child kills its parent between the two sides of a call.
 *
 * thread 1: io_setup = 0 @setup
 * thread 1: io_getevents = ? @wait
 * ends: signalled SIGKILL
 */
#include <linux/aio_abi.h>
#include <signal.h>
#include <sys/syscall.h>
#include <unistd.h>

int main(void)
{
	aio_context_t context = 0;
	struct io_event event;
	syscall(SYS_io_setup, 1, &context); /* @setup */
	if (fork() == 0) {
		usleep(200000);
		kill(getppid(), SIGKILL);
		_exit(0);
	}
	syscall(SYS_io_getevents, context, 1L, 1L, &event, NULL); /* @wait */
	return 1;
}
