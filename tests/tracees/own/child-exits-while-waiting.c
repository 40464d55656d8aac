/* A child's end does not end the wait of a parent that has no handler for SIGCHLD, as on the bare
 * kernel, which drops the signal unseen (kernel/signal.c, sig_ignored).
 *
 * strace: is not asked, for under strace it does.
 *
 * thread 1: io_setup = 0 @setup
 * thread 1: io_getevents = 0 @wait
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
