/* Starts threads as fast as it can, ten at a time, each of which makes a call while others die.
 *
 * prints: threads: 80
 * rows: 80
 * ends: exited 0
 */
#include <pthread.h>
static void *thread(void *unused)
{
	syscall(SYS_io_destroy, 1L);
	return NULL;
}
int main(void)
{
	pthread_t threads[10];
	int started = 0;
	for (int round = 0; round < 8; round++) {
		for (int i = 0; i < 10; i++) started += pthread_create(&threads[i], NULL, thread, NULL) == 0;
		for (int i = 0; i < 10; i++) pthread_join(threads[i], NULL);
	}
	printf("threads: %d\n", started);
}
