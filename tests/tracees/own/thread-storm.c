/* Many short threads, some at once, that end by the exit system call itself.
 *
 * strace: walks no stacks, which takes it some milliseconds a call.
 *
 * thread 1: io_destroy = -1 EINVAL @start
 * thread 2-61: io_destroy = -1 EINVAL @thread
 * thread 1: io_destroy = -1 EINVAL @end
 * ends: exited 0
 */
#define _GNU_SOURCE
#include <pthread.h>
#include <sys/syscall.h>
#include <unistd.h>

static void *call_and_exit(void *unused)
{
	syscall(SYS_io_destroy, 0UL); /* @thread */
	syscall(SYS_exit, 3);
	return unused;
}

int main(void)
{
	syscall(SYS_io_destroy, 0UL); /* @start */
	for (int i = 0; i < 10; i++) {
		pthread_t threads[6];
		for (int k = 0; k < 6; k++) pthread_create(&threads[k], NULL, call_and_exit, NULL);
		for (int k = 0; k < 6; k++) pthread_join(threads[k], NULL);
	}
	syscall(SYS_io_destroy, 0UL); /* @end */
	return 0;
}
