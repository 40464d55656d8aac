/* A tool that a snippet has taken over: what it reads as the rest says what it tries. */
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ptrace.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <unistd.h>

static int born;
static char marked[] = "as it was";

static void tell(const char *what, long result)
{
	printf("%s: %s\n", what, result == -1 ? strerrorname_np(errno) : "done");
}

static void signals(void)
{
	tell("kill the zygote", syscall(SYS_kill, 2, SIGKILL));
	tell("kill all", syscall(SYS_kill, -1, SIGKILL));
	tell("tgkill", syscall(SYS_tgkill, 2, 2, SIGKILL));
	tell("pidfd_open", syscall(SYS_pidfd_open, 2, 0));
}

static void memory(void)
{
	struct iovec piece = { marked, sizeof marked };
	tell("ptrace", ptrace(PTRACE_ATTACH, 2, 0, 0));
	tell("process_vm_writev", process_vm_writev(2, &piece, 1, &piece, 1, 0));
	tell("shmget", syscall(SYS_shmget, 1, 4096, 01600));
}

static void files(void)
{
	tell("create", open("/work/left", O_CREAT | O_WRONLY, 0600));
	tell("write", open("/work/snippet.c", O_RDWR));
	tell("truncate", open("/tmp", O_RDONLY | O_TRUNC));
	tell("temporary", open("/tmp", O_TMPFILE | O_RDWR, 0600));
	tell("mkdir", mkdir("/work/left", 0700));
	tell("symlink", symlink("/etc/passwd", "/work/left"));
	tell("unlink", unlink("/work/zygote.so"));
	tell("memfd_create", syscall(SYS_memfd_create, "left", 0));
	tell("chdir", chdir("/"));
}

static void descriptors(void)
{
	struct stat file;
	for (int fd = 0; fd < 1024; fd++)
		if (fstat(fd, &file) == 0)
			printf("%d: %s\n", fd, S_ISFIFO(file.st_mode) ? "pipe" : "something else");
}

static void processes(void)
{
	char *argv[] = { "/bin/sh", NULL };
	tell("fork", syscall(SYS_fork));
	tell("clone", syscall(SYS_clone, SIGCHLD, 0, 0, 0, 0));
	tell("execve", execve(argv[0], argv, NULL));
	tell("unshare", syscall(SYS_unshare, 0x10000000));
	tell("socket", socket(AF_UNIX, SOCK_STREAM, 0));
	tell("setpriority", setpriority(PRIO_PROCESS, 0, 0));
	tell("setrlimit", setrlimit(RLIMIT_CORE, &(struct rlimit){ 0, 0 }));
	tell("seccomp", syscall(SYS_seccomp, 1, 0, NULL));
}

static void state(void)
{
	printf("%d %s\n", ++born, marked);
	strcpy(marked, "changed");
}

static void bomb(void)
{
	for (size_t mib = 1 << 20;; ) {
		char *more = malloc(mib);
		if (!more) {
			puts("no memory");
			return;
		}
		memset(more, 1, mib);
	}
}

int main(int count, char **arguments)
{
	char what[32] = "";
	/* More than a pipe holds. */
	if (count > 1)
		for (int line = 1; line <= 10000; line++)
			fprintf(stderr, "%s: %d\n", arguments[1], line);
	/* As an assembler does, before it reads anything. */
	const char *name = getenv("LIVE_MAN_OUTPUT");
	FILE *output = name ? fopen64(name, "w+") : NULL;
	int rest = open(getenv("LIVE_MAN_REST"), O_RDONLY);
	if (rest < 0 || read(rest, what, sizeof what - 1) < 0)
		return 9;
	if (!strcmp(what, "signals")) signals();
	if (!strcmp(what, "memory")) memory();
	if (!strcmp(what, "files")) files();
	if (!strcmp(what, "descriptors")) descriptors();
	if (!strcmp(what, "processes")) processes();
	if (!strcmp(what, "state")) state();
	if (!strcmp(what, "bomb")) bomb();
	if (!strcmp(what, "crash")) *(volatile char *)8 = 1;
	if (!strcmp(what, "status")) return 3;
	if (!strcmp(what, "hang")) for (;;) ;
	if (output)
		fprintf(output, "made of %s", what);
	return 0;
}
