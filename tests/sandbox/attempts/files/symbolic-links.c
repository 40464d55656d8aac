/* Plants symbolic links in scratch that lead outside, in circles, and through magic links of
 * /proc.
 *
 * prints: outside: ENOENT
 * prints: relative: ENOENT
 * prints: circle: ELOOP
 * prints: chain: ELOOP
 * prints: magic: ENOENT
 * prints: create through it: (ENOENT|EROFS)
 * ends: exited 0
 */
int main(void)
{
	char from[32], to[32];
	symlink("/etc/group", "outside");
	symlink("../../../../etc/group", "relative");
	symlink("circle", "circle");
	symlink("/proc/1/root/etc/group", "magic");
	symlink("/etc/live-man", "create");
	for (int i = 0; i < 50; i++) {
		snprintf(from, sizeof from, "link%d", i);
		snprintf(to, sizeof to, "link%d", i + 1);
		symlink(to, from);
	}
	TRY("outside", open("outside", O_RDONLY));
	TRY("relative", open("relative", O_RDONLY));
	TRY("circle", open("circle", O_RDONLY));
	TRY("chain", open("link0", O_RDONLY));
	TRY("magic", open("magic", O_RDONLY));
	TRY("create through it", open("create", O_CREAT | O_WRONLY, 0600));
}
