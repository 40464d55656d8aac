/* abort() in a thread, while another waits.
 *
 * thread 1: io_setup = 0 @setup
 * thread 1: io_getevents = ? @wait
 * signal: SIGABRT @abort
 * ends: signalled SIGABRT
 */
#include <linux/aio_abi.h>
#include <pthread.h>
#include <stdlib.h>
#include <sys/syscall.h>
#include <unistd.h>

static void *give_up(void *unused)
{
	usleep(200000);
	abort(); /* @abort */
	return unused;
}

int main(void)
{
	pthread_t thread;
	aio_context_t context = 0;
	struct io_event event;
	syscall(SYS_io_setup, 1, &context); /* @setup */
	pthread_create(&thread, NULL, give_up, NULL);
	syscall(SYS_io_getevents, context, 1L, 1L, &event, NULL); /* @wait */
	return 0;
}
