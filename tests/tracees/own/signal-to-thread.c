/* pthread_kill interrupts the thread it names, and no other; a signal from a handler's own call.
 *
 * thread 1: io_setup = 0 @setup
 * thread 2: io_getevents = -1 EINTR @wait
 * thread 2: io_destroy = -1 EINVAL @handler
 * thread 1: io_destroy = 0 @end
 * signal: SIGUSR1 @wait
 * ends: exited 0
 */
#include <linux/aio_abi.h>
#include <pthread.h>
#include <signal.h>
#include <sys/syscall.h>
#include <unistd.h>

static aio_context_t context;

static void call_within(int signal)
{
	(void)signal;
	syscall(SYS_io_destroy, 0UL); /* @handler */
}

static void *wait_for_event(void *unused)
{
	struct io_event event;
	syscall(SYS_io_getevents, context, 1L, 1L, &event, NULL); /* @wait */
	return unused;
}

int main(void)
{
	pthread_t thread;
	signal(SIGUSR1, call_within);
	syscall(SYS_io_setup, 1, &context); /* @setup */
	pthread_create(&thread, NULL, wait_for_event, NULL);
	usleep(200000);
	pthread_kill(thread, SIGUSR1);
	pthread_join(thread, NULL);
	syscall(SYS_io_destroy, context); /* @end */
	return 0;
}
