/* Overwrites the binary it runs from, by its name, through /proc/self/exe, through a descriptor,
 * and once nobody runs it: the way out of a container that CVE-2019-5736 took.
 *
 * prints: name: (EROFS|EACCES)
 * prints: exe: (EROFS|EACCES|ETXTBSY)
 * prints: descriptor: (EROFS|EACCES|ETXTBSY)
 * prints: truncate: (EROFS|EACCES)
 * prints: unlink: (EROFS|EACCES|EBUSY)
 * prints: after exec: (EROFS|EACCES|ETXTBSY)
 * ends: exited 0
 */
int main(int argc, char **argv)
{
	if (argc > 1) {
		TRY("after exec", open(argv[1], O_WRONLY));
		return 0;
	}
	int self = open("/proc/self/exe", O_PATH);
	char link[32];
	snprintf(link, sizeof link, "/proc/self/fd/%d", self);
	TRY("name", open("/program", O_WRONLY));
	TRY("exe", open("/proc/self/exe", O_RDWR));
	TRY("descriptor", open(link, O_WRONLY | O_TRUNC));
	TRY("truncate", truncate("/program", 0));
	TRY("unlink", unlink("/program"));
	execl("/proc/self/exe", "/program", link, NULL);
}
