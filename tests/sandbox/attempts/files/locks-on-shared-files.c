/* Locks, leases and marks the libraries that all sandboxes share, so that others would wait or be
 * spied on.
 *
 * prints: lease: EPERM
 * prints: watch: EPERM
 * prints: write lock: EBADF
 * prints: mandatory: (EACCES|EROFS|EPERM)
 * prints: writable mapping: EACCES
 * prints: swap on it: EPERM
 * refused: fcntl fcntl swapon
 * ends: exited 0
 */
int main(void)
{
	int libc = open("/lib/x86_64-linux-gnu/libc.so.6", O_RDONLY);
	TRY("lease", fcntl(libc, F_SETLEASE, F_RDLCK));
	TRY("watch", fcntl(open("/lib", O_RDONLY), F_NOTIFY, DN_ACCESS));
	TRY("write lock", fcntl(libc, F_SETLK, &(struct flock){ .l_type = F_WRLCK }));
	TRY("mandatory", fchmod(libc, 02644));
	TRY("writable mapping", (long)mmap(NULL, 4096, PROT_WRITE, MAP_SHARED, libc, 0));
	TRY("swap on it", syscall(SYS_swapon, "/lib/x86_64-linux-gnu/libc.so.6", 0));
}
