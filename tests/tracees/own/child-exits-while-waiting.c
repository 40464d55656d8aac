/* A child's end wakes a traced parent although it has no handler for SIGCHLD; without a tracer the
 * kernel drops the signal unseen, and the wait goes on (kernel/signal.c, sig_ignored).
 *
 * thread 1: io_setup = 0 @setup
 * thread 1: io_getevents = -1 EINTR @wait
 * ends: exited 0
 */
#include <linux/aio_abi.h>
#include <sys/syscall.h>
#include <time.h>
#include <unistd.h>

int main(void)
{
	aio_context_t context = 0;
	struct io_event event;
	struct timespec timeout = { 0, 400000000 };
	syscall(SYS_io_setup, 1, &context); /* @setup */
	if (fork() == 0) {
		usleep(100000);
		_exit(0);
	}
	syscall(SYS_io_getevents, context, 1L, 1L, &event, &timeout); /* @wait */
	return 0;
}
