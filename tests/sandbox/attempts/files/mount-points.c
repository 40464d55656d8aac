/* Moves, removes and covers the places that something is mounted on, to see what lies below.
 *
 * prints: remove /proc/1: (EBUSY|EROFS|EPERM|ENOTEMPTY|EACCES)
 * prints: remove /work: (EBUSY|EROFS)
 * prints: move /tmp: (EBUSY|EROFS|EXDEV)
 * prints: exchange: (EBUSY|EROFS|EXDEV)
 * prints: replace /program: (EBUSY|EROFS|EXDEV)
 * prints: below /proc/1: (ENOENT|ENOTDIR)
 * ends: exited 0
 */
int main(void)
{
	mkdir("/work/own", 0700);
	close(creat("/work/file", 0700));
	TRY("remove /proc/1", rmdir("/proc/1"));
	TRY("remove /work", rmdir("/work"));
	TRY("move /tmp", rename("/tmp", "/work/tmp"));
	TRY("exchange", renameat2(AT_FDCWD, "/work/own", AT_FDCWD, "/dev/shm", RENAME_EXCHANGE));
	TRY("replace /program", rename("/work/file", "/program"));
	TRY("below /proc/1", open("/proc/1/../1/mem", O_RDWR));
}
