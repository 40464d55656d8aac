/* Installs a filter by an option of prctl(2) with bits set that the kernel does not look at, so
 * that the tracer would not step what the filter answers.
 *
 * prints: filter: 0
 * prints: io_destroy: ENOSYS
 * row: io_destroy = -1 ENOSYS @[0-9]+
 * ends: exited 0
 */
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <sys/prctl.h>
int main(void)
{
	struct sock_filter code[] = {
		BPF_STMT(BPF_LD | BPF_W | BPF_ABS, 0),
		BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, SYS_io_destroy, 0, 1),
		BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ERRNO | ENOSYS),
		BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW),
	};
	struct sock_fprog filter = { 4, code };
	TRY("filter", syscall(SYS_prctl, 0x700000000L | PR_SET_SECCOMP, 2L, &filter, 0L, 0L));
	TRY("io_destroy", syscall(SYS_io_destroy, 1L));
}
