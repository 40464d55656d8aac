/* A filter that one thread installs for all (TSYNC) holds for a thread that ran before.
 *
 * thread 1: io_destroy = -1 EINVAL @before
 * thread 1: io_destroy = -1 EXDEV @installer
 * thread 2: io_destroy = -1 EINVAL @other
 * thread 2: io_destroy = -1 EXDEV @other
 * ends: exited 0
 */
#include <errno.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <pthread.h>
#include <stddef.h>
#include <stdio.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <unistd.h>

static pthread_barrier_t turn;

static void *call_twice(void *unused)
{
	for (int i = 0; i < 2; i++) {
		syscall(SYS_io_destroy, 0UL); /* @other */
		pthread_barrier_wait(&turn);
		pthread_barrier_wait(&turn);
	}
	return unused;
}

static void refuse(int number, int error)
{
	struct sock_filter steps[] = {
		BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, nr)),
		BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, number, 0, 1),
		BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ERRNO | error),
		BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW),
	};
	struct sock_fprog program = { 4, steps };
	prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
	if (syscall(SYS_seccomp, SECCOMP_SET_MODE_FILTER, SECCOMP_FILTER_FLAG_TSYNC, &program)) perror("filter");
}

int main(void)
{
	pthread_t thread;
	syscall(SYS_io_destroy, 0UL); /* @before */
	pthread_barrier_init(&turn, NULL, 2);
	pthread_create(&thread, NULL, call_twice, NULL);
	pthread_barrier_wait(&turn);
	refuse(SYS_io_destroy, EXDEV);
	syscall(SYS_io_destroy, 0UL); /* @installer */
	pthread_barrier_wait(&turn);
	pthread_barrier_wait(&turn);
	pthread_barrier_wait(&turn);
	pthread_join(thread, NULL);
	return 0;
}
