/* Asks for more than its share while *ctxp is not 0, which the kernel refuses by itself, and has
 * another thread set it to 0 in the meantime.
 *
 * prints: got: 0
 * ends: exited 0
 */
#include <pthread.h>
static volatile aio_context_t flipping;
static volatile int over;
static void *flip(void *unused)
{
	while (!over) flipping = flipping ? 0 : 1;
	return NULL;
}
int main(void)
{
	pthread_t other;
	struct timespec start, now;
	int got = 0;
	clock_gettime(CLOCK_MONOTONIC, &start);
	pthread_create(&other, NULL, flip, NULL);
	do {
		got += syscall(SYS_io_setup, 5000, &flipping) == 0;
		clock_gettime(CLOCK_MONOTONIC, &now);
	} while (now.tv_sec * 1000 + now.tv_nsec / 1000000 < start.tv_sec * 1000 + start.tv_nsec / 1000000 + 700);
	over = 1;
	pthread_join(other, NULL);
	printf("got: %d\n", got);
}
