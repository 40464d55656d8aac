/* A traced program is woken even by signals that it ignores (kernel/signal.c, sig_ignored): which
 * interrupts io_getevents and restarts io_pgetevents.
 *
 * thread 1: io_setup = 0 @setup
 * thread 1: io_getevents = -1 EINTR @wait
 * thread 1: io_pgetevents = ? ERESTARTNOHAND @restarted
 * thread 1: io_pgetevents = 0 @restarted
 * signal: SIGALRM @wait
 * signal: SIGALRM @restarted
 * ends: exited 0
 */
#include <linux/aio_abi.h>
#include <signal.h>
#include <sys/syscall.h>
#include <time.h>
#include <unistd.h>

int main(void)
{
	aio_context_t context = 0;
	struct io_event event;
	struct timespec timeout = { 0, 300000000 };
	syscall(SYS_io_setup, 1, &context); /* @setup */
	signal(SIGALRM, SIG_IGN);
	ualarm(100000, 0);
	syscall(SYS_io_getevents, context, 1L, 1L, &event, &timeout); /* @wait */
	ualarm(100000, 0);
	syscall(SYS_io_pgetevents, context, 1L, 1L, &event, &timeout, NULL); /* @restarted */
	return 0;
}
