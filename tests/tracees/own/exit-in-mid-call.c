/* The process exits while a thread waits: that call never comes back.
 *
 * thread 1: io_setup = 0 @setup
 * thread 2: io_getevents = ? @wait
 * ends: exited 3
 */
#include <linux/aio_abi.h>
#include <pthread.h>
#include <stdlib.h>
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
	pthread_create(&thread, NULL, wait_for_ever, NULL);
	usleep(200000);
	exit(3);
}
