/* Holds more events than its share: another thread overwrites what io_setup has stored with the
 * handle of a small context, before anybody else can read it, and that one is destroyed.
 *
 * prints: large ones held at once: 10
 * prints: the next one: EAGAIN
 * ends: exited 0
 */
#include <pthread.h>
static volatile aio_context_t stored, small, large;
static void *overwrite(void *unused)
{
	for (;;)
		if (small && stored && stored != small) large = stored, stored = small;
}
int main(void)
{
	pthread_t other;
	pthread_create(&other, NULL, overwrite, NULL);
	int held = 0;
	for (int i = 0; i < 30; i++) {
		aio_context_t handle = 0;
		syscall(SYS_io_setup, 1, &handle);
		large = stored = 0;
		small = handle;
		if (syscall(SYS_io_setup, 400, &stored)) break;
		held++;
		while (!large) ;
		small = 0;
		syscall(SYS_io_destroy, handle);
	}
	printf("large ones held at once: %d\nthe next one: %s\n", held, strerrorname_np(errno));
}
