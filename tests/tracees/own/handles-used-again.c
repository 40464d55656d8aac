/* Four threads whose contexts begin and end all the time, so that io_setup hands out the address of
 * one whose io_destroy still waits. Together they never hold more than the whole share.
 *
 * thread 1: io_setup = 0 @setup, io_destroy = 0 @destroy x20
 * thread 2: io_setup = 0 @setup, io_destroy = 0 @destroy x20
 * thread 3: io_setup = 0 @setup, io_destroy = 0 @destroy x20
 * thread 4: io_setup = 0 @setup, io_destroy = 0 @destroy x20
 * ends: exited 0
 */
#include <linux/aio_abi.h>
#include <pthread.h>
#include <stddef.h>
#include <sys/syscall.h>
#include <unistd.h>

static const unsigned events[] = { 2000, 2000, 95, 1 };

static void *use(void *own)
{
	for (int i = 0; i < 20; i++) {
		aio_context_t context = 0;
		syscall(SYS_io_setup, *(const unsigned *)own, &context); /* @setup */
		syscall(SYS_io_destroy, context); /* @destroy */
	}
	return NULL;
}

int main(void)
{
	pthread_t threads[4];
	for (int i = 1; i < 4; i++) pthread_create(&threads[i], NULL, use, (void *)&events[i]);
	use((void *)&events[0]);
	for (int i = 1; i < 4; i++) pthread_join(threads[i], NULL);
	return 0;
}
