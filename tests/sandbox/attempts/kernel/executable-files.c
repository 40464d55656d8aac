/* Runs what it wrote itself: a file in memory without a name, a file in scratch, a script, the
 * loader.
 *
 * prints: in memory
 * prints: in scratch
 * prints: by the loader
 * prints: script: ENOENT
 * row: io_destroy = -1 EINVAL @([0-9]+|none)
 * row: io_destroy = -1 EINVAL @([0-9]+|none)
 * row: io_destroy = -1 EINVAL @([0-9]+|none)
 * needs: control groups
 * ends: exited 0
 */
#include <sys/sendfile.h>
static void copy(int to)
{
	int from = open("/program", O_RDONLY);
	while (sendfile(to, from, NULL, 1 << 20) > 0);
}
static void run(int (*exec)(void))
{
	if (fork() == 0) {
		TRY("exec", exec());
		_exit(0);
	}
	wait(NULL);
}
static int in_memory(void)
{
	int file = memfd_create("", 0);
	copy(file);
	char name[32];
	snprintf(name, sizeof name, "/proc/self/fd/%d", file);
	int readable = open(name, O_RDONLY | O_CLOEXEC);
	close(file);
	return fexecve(readable, (char *[]){ "", "in memory", NULL }, environ);
}
static int in_scratch(void)
{
	int file = creat("copy", 0700);
	copy(file);
	close(file);
	return execl("copy", "", "in scratch", NULL);
}
static int by_the_loader(void)
{
	return execl("/lib64/ld-linux-x86-64.so.2", "", "/program", "by the loader", NULL);
}
int main(int argc, char **argv)
{
	if (argc > 1) {
		puts(argv[1]);
		syscall(SYS_io_destroy, 0L);
		return 0;
	}
	run(in_memory);
	run(in_scratch);
	run(by_the_loader);
	int script = creat("script", 0700);
	dprintf(script, "#!/bin/sh\necho ran\n");
	close(script);
	TRY("script", execl("script", "script", NULL));
}
