/* Makes a million calls from several threads at once, a hundred times as many as a tape holds.
 *
 * rows: [0-9]{2,5}
 * ends: limit-exceeded (wall-time|cpu-time)
 */
#include <pthread.h>
static void *thread(void *unused)
{
	for (int i = 0; i < 250000; i++) syscall(SYS_io_destroy, 1L);
	return NULL;
}
int main(void)
{
	pthread_t threads[4];
	for (int i = 0; i < 4; i++) pthread_create(&threads[i], NULL, thread, NULL);
	for (int i = 0; i < 4; i++) pthread_join(threads[i], NULL);
	puts("all of them");
}
