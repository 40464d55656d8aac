/* A second thread calls execve while the first and a third wait in the kernel: both vanish.
 *
 * strace: walks no stacks, for it gives up on a thread that calls execve.
 *
 * thread 1: io_setup = 0 @setup
 * thread 1: io_getevents = ? @main-waits
 * thread 2: io_getevents = ? @third-waits
 * thread 3: io_destroy = -1 EINVAL @before
 * thread 3: io_destroy = -1 EINVAL @after
 * thread 3: io_setup = 0 @anew
 * ends: exited 6
 */
#define _GNU_SOURCE
#include <linux/aio_abi.h>
#include <pthread.h>
#include <sys/syscall.h>
#include <unistd.h>

static aio_context_t context;

static void *wait_for_ever(void *unused)
{
	struct io_event event;
	syscall(SYS_io_getevents, context, 1L, 1L, &event, NULL); /* @third-waits */
	return unused;
}

static void *become_anew(void *unused)
{
	usleep(200000);
	syscall(SYS_io_destroy, 0UL); /* @before */
	execl("/proc/self/exe", "program", "again", (char *)NULL);
	return unused;
}

int main(int count, char **words)
{
	(void)words;
	if (count > 1) {
		syscall(SYS_io_destroy, 0UL); /* @after */
		syscall(SYS_io_setup, 1, &context); /* @anew */
		return 6;
	}
	pthread_t thread;
	struct io_event event;
	syscall(SYS_io_setup, 1, &context); /* @setup */
	pthread_create(&thread, NULL, wait_for_ever, NULL);
	pthread_create(&thread, NULL, become_anew, NULL);
	syscall(SYS_io_getevents, context, 1L, 1L, &event, NULL); /* @main-waits */
	return 1;
}
