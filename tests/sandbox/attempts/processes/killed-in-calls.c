/* Kills its own threads and children at any moment of a call: before it, in it, and while the
 * tracer looks at it.
 *
 * prints: killed: 40
 * ends: signalled SIGKILL
 */
#include <pthread.h>
static void *thread(void *unused)
{
	aio_context_t context = 0;
	for (;;) {
		syscall(SYS_io_setup, 1, &context);
		syscall(SYS_io_destroy, context);
		context = 0;
	}
}
int main(void)
{
	pthread_t other;
	int killed = 0;
	for (int i = 0; i < 40; i++) {
		pid_t child = fork();
		if (child == 0) {
			syscall(SYS_io_destroy, 1L);
			syscall(SYS_io_destroy, 2L);
			_exit(0);
		}
		for (volatile int spin = 0; spin < i * 1500; spin++);
		kill(child, SIGKILL);
		killed += wait(NULL) == child;
	}
	printf("killed: %d\n", killed);
	pthread_create(&other, NULL, thread, NULL);
	usleep(20000);
	kill(getpid(), SIGKILL);
}
