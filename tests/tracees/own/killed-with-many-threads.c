/* Ten threads wait when the process kills itself: none of their calls comes back.
 *
 * thread 1: io_setup = 0 @setup
 * thread 2-11: io_getevents = ? @wait
 * ends: signalled SIGKILL
 */
#include <linux/aio_abi.h>
#include <pthread.h>
#include <signal.h>
#include <sys/syscall.h>
#include <unistd.h>

static aio_context_t context;

static void *wait_for_ever(void *unused)
{
	struct io_event event;
	syscall(SYS_io_getevents, context, 1L, 1L, &event, NULL); /* @wait */
	return unused;
}

int main(void)
{
	pthread_t thread;
	syscall(SYS_io_setup, 1, &context); /* @setup */
	for (int i = 0; i < 10; i++) pthread_create(&thread, NULL, wait_for_ever, NULL);
	usleep(500000);
	kill(getpid(), SIGKILL);
	return 1;
}
