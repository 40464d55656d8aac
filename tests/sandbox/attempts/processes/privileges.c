/* Takes back what it gave up when it started: no_new_privs, the bounding set, ambient
 * capabilities, secure bits.
 *
 * prints: no new privileges: EINVAL
 * prints: ambient: (EPERM|EINVAL)
 * prints: secure bits: EPERM
 * prints: keep capabilities: 0
 * prints: capabilities: EPERM
 * prints: root: EINVAL
 * prints: memory map: (EPERM|EINVAL)
 * prints: flusher: EPERM
 * prints: merging: EPERM
 * refused: prctl
 * ends: exited 0
 */
#include <linux/capability.h>
#include <sys/prctl.h>
int main(void)
{
	struct __user_cap_header_struct head = { _LINUX_CAPABILITY_VERSION_3, 0 };
	struct __user_cap_data_struct all[2] = { { ~0u, ~0u, ~0u }, { ~0u, ~0u, ~0u } };
	TRY("no new privileges", prctl(PR_SET_NO_NEW_PRIVS, 0, 0, 0, 0));
	TRY("ambient", prctl(PR_CAP_AMBIENT, PR_CAP_AMBIENT_RAISE, CAP_SYS_ADMIN, 0, 0));
	TRY("secure bits", prctl(PR_SET_SECUREBITS, 0, 0, 0, 0));
	TRY("keep capabilities", prctl(PR_SET_KEEPCAPS, 1, 0, 0, 0));
	TRY("capabilities", syscall(SYS_capset, &head, all));
	TRY("root", setresuid(0, 0, 0));
	TRY("memory map", prctl(PR_SET_MM, PR_SET_MM_BRK, 0, 0, 0));
	TRY("flusher", prctl(PR_SET_IO_FLUSHER, 1, 0, 0, 0));
	TRY("merging", prctl(67, 1, 0, 0, 0));
}
