/* A filter of the program's own, installed through prctl, answers io_submit before the kernel does.
 *
 * thread 1: io_setup = 0 @setup
 * thread 1: io_submit = 0 @before
 * thread 1: io_submit = -1 EXDEV @filtered
 * thread 1: io_getevents = 0 @other
 * thread 2: io_submit = -1 EXDEV @child
 * thread 1: io_destroy = 0 @end
 * ends: exited 0
 */
#include <errno.h>
#include <linux/aio_abi.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <stddef.h>
#include <stdio.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

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
	if (prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program)) perror("filter");
}

int main(void)
{
	aio_context_t context = 0;
	struct io_event event;
	syscall(SYS_io_setup, 1, &context); /* @setup */
	syscall(SYS_io_submit, context, 0L, NULL); /* @before */
	refuse(SYS_io_submit, EXDEV);
	syscall(SYS_io_submit, context, 0L, NULL); /* @filtered */
	syscall(SYS_io_getevents, context, 0L, 1L, &event, NULL); /* @other */
	if (fork() == 0) {
		syscall(SYS_io_submit, context, 0L, NULL); /* @child */
		_exit(0);
	}
	wait(NULL);
	syscall(SYS_io_destroy, context); /* @end */
	return 0;
}
