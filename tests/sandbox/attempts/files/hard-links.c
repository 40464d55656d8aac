/* Links files of the root into scratch, where a later change of modes or contents could reach
 * them.
 *
 * prints: program: (EXDEV|EPERM)
 * prints: libc: (EXDEV|EPERM)
 * prints: descriptor: (EXDEV|EPERM|ENOENT)
 * prints: rename: (EXDEV|EROFS|EBUSY)
 * prints: exchange: (EXDEV|EROFS|EBUSY)
 * prints: out of scratch: (EXDEV|EROFS)
 * ends: exited 0
 */
int main(void)
{
	int libc = open("/lib/x86_64-linux-gnu/libc.so.6", O_PATH);
	close(creat("own", 0600));
	TRY("program", link("/program", "copy"));
	TRY("libc", link("/lib/x86_64-linux-gnu/libc.so.6", "copy"));
	TRY("descriptor", linkat(libc, "", AT_FDCWD, "copy", AT_EMPTY_PATH));
	TRY("rename", rename("/program", "copy"));
	TRY("exchange", renameat2(AT_FDCWD, "own", AT_FDCWD, "/program", RENAME_EXCHANGE));
	TRY("out of scratch", link("own", "/lib/own"));
}
