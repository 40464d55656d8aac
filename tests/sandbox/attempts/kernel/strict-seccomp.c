/* Puts itself into the strict mode of seccomp, and installs a filter with every action that there
 * is, to take the place of the one it was given.
 *
 * prints: strict: EINVAL
 * prints: strict by prctl: EINVAL
 * prints: log: 0
 * prints: trace: 0
 * prints: notify: EPERM
 * prints: still refused: EPERM
 * refused: seccomp ptrace
 * ends: exited 0
 */
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <sys/prctl.h>
static long install(unsigned action, unsigned flags)
{
	struct sock_filter code[] = {
		BPF_STMT(BPF_LD | BPF_W | BPF_ABS, 0),
		BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, SYS_ptrace, 0, 1),
		BPF_STMT(BPF_RET | BPF_K, action),
		BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW),
	};
	struct sock_fprog filter = { 4, code };
	return syscall(SYS_seccomp, SECCOMP_SET_MODE_FILTER, flags, &filter);
}
int main(void)
{
	TRY("strict", syscall(SYS_seccomp, SECCOMP_SET_MODE_STRICT, 0, NULL));
	TRY("strict by prctl", prctl(PR_SET_SECCOMP, SECCOMP_MODE_STRICT, 0, 0, 0));
	TRY("log", install(SECCOMP_RET_LOG, SECCOMP_FILTER_FLAG_LOG));
	TRY("trace", install(SECCOMP_RET_TRACE | 1, SECCOMP_FILTER_FLAG_TSYNC));
	TRY("notify", install(SECCOMP_RET_USER_NOTIF, SECCOMP_FILTER_FLAG_NEW_LISTENER));
	TRY("still refused", syscall(SYS_ptrace, 0L, 0L, 0L, 0L));
}
