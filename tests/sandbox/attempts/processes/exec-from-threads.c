/* Calls execve from all threads at once, while others are in calls and are being born.
 *
 * prints: again
 * row: io_destroy = -1 EINVAL @[0-9]+
 * rows: [0-9]+
 * ends: exited 0
 */
#include <pthread.h>
static void *thread(void *unused)
{
	execl("/proc/self/exe", "program", "again", NULL);
	return NULL;
}
int main(int argc, char **argv)
{
	pthread_t threads[8];
	if (argc > 1) {
		puts("again");
		syscall(SYS_io_destroy, 1L);
		return 0;
	}
	for (int i = 0; i < 8; i++) pthread_create(&threads[i], NULL, thread, NULL);
	for (;;) pause();
}
