/* Reads and writes the memory of its child and of its supervisor by process_vm_readv(2),
 * process_madvise(2) and process_mrelease(2).
 *
 * prints: child: EPERM
 * prints: write: EPERM
 * prints: supervisor: EPERM
 * prints: madvise: EPERM
 * prints: mrelease: EPERM
 * refused: process_vm_readv process_vm_writev process_vm_readv process_madvise process_mrelease
 * outside: child: 4
 * outside: write: 4
 * outside: supervisor: EPERM
 * outside: madvise: .*
 * outside: mrelease: .*
 * ends: exited 0
 */
#include <sys/uio.h>
int main(void)
{
	static char here[4], there[4];
	struct iovec local = { here, 4 }, remote = { there, 4 };
	pid_t child = fork();
	if (child == 0)
		for (;;) pause();
	int handle = syscall(SYS_pidfd_open, child, 0);
	TRY("child", process_vm_readv(child, &local, 1, &remote, 1, 0));
	TRY("write", process_vm_writev(child, &local, 1, &remote, 1, 0));
	TRY("supervisor", process_vm_readv(1, &local, 1, &remote, 1, 0));
	TRY("madvise", syscall(SYS_process_madvise, handle, &remote, 1L, MADV_COLD, 0));
	TRY("mrelease", syscall(SYS_process_mrelease, handle, 0));
	kill(child, SIGKILL);
}
