/* Threads end one by one with the exit system call: the status of the process is that of the last
 * one (kernel/exit.c since Linux 5.18; the first thread's before).
 *
 * thread 1: io_destroy = -1 EINVAL @leader
 * thread 2: io_destroy = -1 EINVAL @other
 * ends: exited 7
 */
#include <pthread.h>
#include <sys/syscall.h>
#include <unistd.h>

static void *go_on(void *unused)
{
	usleep(200000);
	syscall(SYS_io_destroy, 0UL); /* @other */
	syscall(SYS_exit, 7);
	return unused;
}

int main(void)
{
	pthread_t thread;
	syscall(SYS_io_destroy, 0UL); /* @leader */
	pthread_create(&thread, NULL, go_on, NULL);
	syscall(SYS_exit, 5);
}
