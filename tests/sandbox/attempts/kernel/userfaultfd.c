/* Stalls the kernel in the middle of a copy by serving its own page faults.
 *
 * prints: userfaultfd: EPERM
 * prints: of user mode only: EPERM
 * refused: userfaultfd userfaultfd
 * outside: userfaultfd: .*
 * outside: of user mode only: [0-9]+
 * ends: exited 0
 */
int main(void)
{
	TRY("userfaultfd", syscall(SYS_userfaultfd, O_CLOEXEC));
	TRY("of user mode only", syscall(SYS_userfaultfd, O_CLOEXEC | 1));
}
