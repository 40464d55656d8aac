/* Stops all of its threads and children, and itself, in the middle of calls, and waits for the
 * tracer to wait for ever.
 *
 * prints: before
 * ends: limit-exceeded wall-time
 */
#include <pthread.h>
static void *thread(void *unused)
{
	struct io_event event;
	aio_context_t context = 0;
	syscall(SYS_io_setup, 1, &context);
	syscall(SYS_io_getevents, context, 1L, 1L, &event, NULL);
	return NULL;
}
int main(void)
{
	pthread_t other;
	puts("before");
	pthread_create(&other, NULL, thread, NULL);
	if (fork() == 0) {
		raise(SIGSTOP);
		for (;;) pause();
	}
	usleep(10000);
	kill(0, SIGSTOP);
	puts("after");
}
