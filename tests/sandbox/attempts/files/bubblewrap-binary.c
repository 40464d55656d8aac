/* Looks for the binary that made the sandbox, under every name it could have here, to run or to
 * rewrite it.
 *
 * prints: exe of pid 1: ENOENT
 * prints: exec of pid 1: ENOENT
 * prints: /usr/bin/bwrap: ENOENT
 * prints: /newroot: ENOENT
 * prints: /oldroot: ENOENT
 * prints: /proc/1/map_files: ENOENT
 * ends: exited 0
 */
int main(void)
{
	TRY("exe of pid 1", open("/proc/1/exe", O_WRONLY));
	TRY("exec of pid 1", execl("/proc/1/exe", "bwrap", "--version", NULL));
	const char *paths[] = { "/usr/bin/bwrap", "/newroot", "/oldroot", "/proc/1/map_files" };
	for (int i = 0; i < 4; i++)
		TRY(paths[i], open(paths[i], O_RDONLY));
}
