/* The first thread ends by pthread_exit; the other goes on, and its return ends the process.
 *
 * thread 1: io_setup = 0 @setup
 * thread 2: io_getevents = 0 @wait
 * thread 2: io_destroy = 0 @end
 * ends: exited 0
 */
#include <linux/aio_abi.h>
#include <pthread.h>
#include <stdio.h>
#include <sys/syscall.h>
#include <time.h>
#include <unistd.h>

static aio_context_t context;

static void *go_on(void *unused)
{
	struct io_event event;
	struct timespec timeout = { 0, 300000000 };
	syscall(SYS_io_getevents, context, 1L, 1L, &event, &timeout); /* @wait */
	syscall(SYS_io_destroy, context); /* @end */
	puts("still here");
	return unused;
}

int main(void)
{
	pthread_t thread;
	syscall(SYS_io_setup, 1, &context); /* @setup */
	pthread_create(&thread, NULL, go_on, NULL);
	pthread_exit(NULL);
}
