/* A second thread ends the process while the first waits.
 *
 * thread 1: io_setup = 0 @setup
 * thread 1: io_getevents = ? @wait
 * thread 2: io_destroy = -1 EINVAL @last
 * ends: exited 9
 */
#include <linux/aio_abi.h>
#include <pthread.h>
#include <stdlib.h>
#include <sys/syscall.h>
#include <unistd.h>

static void *end_the_process(void *unused)
{
	usleep(200000);
	syscall(SYS_io_destroy, 0UL); /* @last */
	_exit(9);
	return unused;
}

int main(void)
{
	pthread_t thread;
	aio_context_t context = 0;
	struct io_event event;
	syscall(SYS_io_setup, 1, &context); /* @setup */
	pthread_create(&thread, NULL, end_the_process, NULL);
	syscall(SYS_io_getevents, context, 1L, 1L, &event, NULL); /* @wait */
	return 1;
}
