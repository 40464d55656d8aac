/* Takes a handle of its supervisor by pidfd_open(2), and with it its descriptors, its namespaces
 * and its life.
 *
 * prints: handle: [0-9]+
 * prints: descriptor: EPERM
 * prints: namespaces: EPERM
 * prints: signal: 0
 * prints: of the host: ESRCH
 * prints: parent: 1
 * refused: pidfd_getfd setns
 * ends: exited 0
 */
int main(void)
{
	int handle;
	TRY("handle", handle = syscall(SYS_pidfd_open, 1, 0));
	TRY("descriptor", syscall(SYS_pidfd_getfd, handle, 0, 0));
	TRY("namespaces", syscall(SYS_setns, handle, 0x20000000));
	TRY("signal", syscall(SYS_pidfd_send_signal, handle, SIGKILL, NULL, 0));
	TRY("of the host", syscall(SYS_pidfd_open, 400000, 0));
	usleep(100000);
	TRY("parent", getppid());
}
