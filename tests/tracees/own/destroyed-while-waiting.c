/* A thread waits on a context that another destroys.
 *
 * thread 1: io_setup = 0 @setup
 * thread 1: io_destroy = 0 @destroy
 * thread 2: io_getevents = -1 EINVAL @wait
 * ends: exited 0
 */
#include <linux/aio_abi.h>
#include <pthread.h>
#include <sys/syscall.h>
#include <unistd.h>

static aio_context_t context;

static void *wait_for_event(void *unused)
{
	struct io_event event;
	syscall(SYS_io_getevents, context, 1L, 1L, &event, NULL); /* @wait */
	return unused;
}

int main(void)
{
	pthread_t thread;
	syscall(SYS_io_setup, 1, &context); /* @setup */
	pthread_create(&thread, NULL, wait_for_event, NULL);
	usleep(200000);
	syscall(SYS_io_destroy, context); /* @destroy */
	pthread_join(thread, NULL);
	return 0;
}
