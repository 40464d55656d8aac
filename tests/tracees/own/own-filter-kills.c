/* A filter of the program's own kills it at io_destroy: its registers are put back as they were, so
 * that the number of the call stands where a result would (kernel/seccomp.c).
 *
 * thread 1: io_destroy = -1 EINVAL @before
 * thread 1: io_destroy = 207 @killed
 * ends: signalled SIGSYS
 */
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <stddef.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <unistd.h>

int main(void)
{
	struct sock_filter steps[] = {
		BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, nr)),
		BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, SYS_io_destroy, 0, 1),
		BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_KILL_PROCESS),
		BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW),
	};
	struct sock_fprog program = { 4, steps };
	syscall(SYS_io_destroy, 0UL); /* @before */
	prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
	prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program);
	syscall(SYS_io_destroy, 0UL); /* @killed */
	return 0;
}
