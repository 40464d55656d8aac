/* Compares kernel addresses of two processes with kcmp(2), to order objects of the heap.
 *
 * prints: kcmp: EPERM
 * prints: supervisor: EPERM
 * refused: kcmp kcmp
 * outside: kcmp: 0
 * outside: supervisor: EPERM
 * ends: exited 0
 */
int main(void)
{
	TRY("kcmp", syscall(SYS_kcmp, getpid(), getpid(), 0, 1L, 1L));
	TRY("supervisor", syscall(SYS_kcmp, getpid(), 1, 1, 0L, 0L));
}
