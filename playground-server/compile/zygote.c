/*
 * Preloaded into a compiler, an assembler or a linker. Where it opens the file that LIVE_MAN_REST names
 * it has started and has read what all snippets have in common, headers or libraries: there it stays,
 * and forks a child for every snippet, which reads the rest and is a tool for that one snippet.
 *
 * Nothing that a stranger wrote is read here. Standard input is a socket; each message on it has one
 * byte, by how much the child is to give way at the processor (nice(2)), and four descriptors: what
 * the child reads as the rest, its output, its standard error, and a pipe for its status as a shell
 * would tell it. Who closes the other end of that pipe has the child killed. The output is what the tool
 * writes to standard output, or to the file that LIVE_MAN_OUTPUT names, which it may open before.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <poll.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

enum { toRest, toOutput, toMessages, toStatus, descriptors };
enum { requests = STDIN_FILENO, mostChildren = 64, mostInstructions = 4096 };
/* Descriptors from here on are those of children. The tool's own are below, such as its libraries'. */
enum { firstOfChildren = 200 };

static struct child {
	pid_t pid;
	int status, isUnwanted;
} children[mostChildren];
static int count;

/* The descriptor of the file that LIVE_MAN_OUTPUT names, once it is open. */
static int output = STDOUT_FILENO;

/* What a child may ask of the kernel: zygote-policy.ts. */
static struct sock_filter instructions[mostInstructions];
static struct sock_fprog filter = { .filter = instructions };

static int openFile(const char *path, int flags, mode_t mode)
{
	return syscall(SYS_openat, AT_FDCWD, path, flags, mode);
}

static void readFilter(void)
{
	int file = openFile("/work/.live-man/filter", O_RDONLY | O_CLOEXEC, 0);
	ssize_t size = read(file, instructions, sizeof instructions);
	if (size <= 0 || size == sizeof instructions)
		abort();
	filter.len = size / sizeof *instructions;
	close(file);
}

static void wake(int signal)
{
	(void)signal;
}

static void reap(void)
{
	int how;
	pid_t pid;
	while ((pid = waitpid(-1, &how, WNOHANG)) > 0) {
		unsigned char status = WIFEXITED(how) ? WEXITSTATUS(how) : 128 + WTERMSIG(how);
		int at = 0;
		while (children[at].pid != pid)
			at++;
		/* Whoever would read it may have gone. */
		if (write(children[at].status, &status, 1) < 0 && errno != EPIPE)
			abort();
		close(children[at].status);
		children[at] = children[--count];
	}
}

/* What the compiler says of the headers is the beginning of what every child says. */
static void repeatSaid(int messages)
{
	char some[4096];
	ssize_t size;
	for (off_t at = 0; (size = pread(STDERR_FILENO, some, sizeof some, at)) > 0; at += size)
		for (ssize_t told = 0, more; told < size; told += more)
			if ((more = write(messages, some + told, size - told)) < 0)
				_exit(127);
}

/* Returns the message's byte. When the server has closed its end, nobody needs this any more. */
static int receive(int fds[descriptors])
{
	unsigned char niceness;
	char space[CMSG_SPACE(descriptors * sizeof *fds)];
	struct iovec byte = { &niceness, 1 };
	struct msghdr message = {
		.msg_iov = &byte,
		.msg_iovlen = 1,
		.msg_control = space,
		.msg_controllen = sizeof space,
	};
	if (recvmsg(requests, &message, MSG_CMSG_CLOEXEC) != 1)
		_exit(0);
	struct cmsghdr *passed = CMSG_FIRSTHDR(&message);
	if (!passed || passed->cmsg_len != CMSG_LEN(descriptors * sizeof *fds))
		abort();
	memcpy(fds, CMSG_DATA(passed), descriptors * sizeof *fds);
	for (int at = 0; at < descriptors; at++) {
		int low = fds[at];
		fds[at] = fcntl(low, F_DUPFD_CLOEXEC, firstOfChildren);
		if (fds[at] < 0)
			abort();
		close(low);
	}
	return niceness;
}

/* Nobody reads what a tool says beside its output. */
static void dropOutput(void)
{
	int nobody = openFile("/dev/null", O_WRONLY, 0);
	if (dup2(nobody, STDOUT_FILENO) < 0)
		_exit(127);
	close(nobody);
}

/* A child keeps three descriptors beside the tool's own, and from here on has the filter of children. */
static int begin(const int fds[descriptors], int niceness)
{
	repeatSaid(fds[toMessages]);
	int rest = fcntl(fds[toRest], F_DUPFD, STDERR_FILENO + 1);
	if (rest < 0 || dup2(fds[toOutput], output) < 0 || dup2(fds[toMessages], STDERR_FILENO) < 0)
		_exit(127);
	if (output != STDOUT_FILENO)
		dropOutput();
	if (close(requests) || syscall(SYS_close_range, firstOfChildren, ~0U, 0))
		_exit(127);
	if (setpriority(PRIO_PROCESS, 0, getpriority(PRIO_PROCESS, 0) + niceness))
		_exit(127);
	signal(SIGCHLD, SIG_DFL);
	signal(SIGPIPE, SIG_DFL);
	if (syscall(SYS_seccomp, SECCOMP_SET_MODE_FILTER, 0, &filter))
		_exit(127);
	return rest;
}

/* Returns the descriptor of the rest in the child, and -1 here. */
static int serve(const sigset_t *before)
{
	int fds[descriptors];
	int niceness = receive(fds);
	pid_t pid = fork();
	if (pid == 0) {
		sigprocmask(SIG_SETMASK, before, NULL);
		return begin(fds, niceness);
	}
	/* Where there can be no child, the server sees a status pipe that ends without a status. */
	for (int at = 0; at < descriptors; at++)
		if (at != toStatus || pid < 0)
			close(fds[at]);
	if (pid > 0)
		children[count++] = (struct child){ .pid = pid, .status = fds[toStatus] };
	return -1;
}

/*
 * gcc makes its back end ready where it compiles the first function, and this function is all that it
 * does then (gcc/toplev.cc); plugins may call it, too. Done here, it is done for all children.
 */
static void makeReady(void)
{
	void (*initialize)(void) = dlsym(RTLD_DEFAULT, "_Z14initialize_rtlv");
	if (initialize)
		initialize();
}

static int stay(void)
{
	makeReady();
	sigset_t before, deaths;
	sigemptyset(&deaths);
	sigaddset(&deaths, SIGCHLD);
	sigprocmask(SIG_BLOCK, &deaths, &before);
	signal(SIGCHLD, wake);
	signal(SIGPIPE, SIG_IGN);
	readFilter();
	for (;;) {
		struct pollfd watched[mostChildren + 1];
		int watching = count;
		for (int at = 0; at < watching; at++) {
			int status = children[at].isUnwanted ? -1 : children[at].status;
			watched[at] = (struct pollfd){ .fd = status };
		}
		watched[watching] = (struct pollfd){ count < mostChildren ? requests : -1, POLLIN, 0 };
		if (ppoll(watched, watching + 1, NULL, &before) > 0) {
			for (int at = 0; at < watching; at++)
				if (watched[at].revents & POLLERR) {
					kill(children[at].pid, SIGKILL);
					children[at].isUnwanted = 1;
				}
			int rest = watched[watching].revents ? serve(&before) : -1;
			if (rest >= 0)
				return rest;
		}
		reap();
	}
}

/*
 * What the tool has printed before a fork would be printed by the child as well, or be lost. Nor does
 * anybody read what it says before it has a child: a pipe could be full by then. Descriptors that the
 * sandbox's maker has left open are no tool's own.
 */
__attribute__((constructor)) static void begun(void)
{
	if (syscall(SYS_close_range, STDERR_FILENO + 1, ~0U, 0))
		abort();
	setvbuf(stdout, NULL, _IOFBF, 1 << 16);
	int said = openFile("/tmp", O_TMPFILE | O_RDWR | O_CLOEXEC, 0600);
	if (dup2(said, STDERR_FILENO) < 0)
		abort();
	close(said);
}

static int isNamed(const char *path, const char *variable)
{
	const char *name = getenv(variable);
	return name && strcmp(path, name) == 0;
}

/* The descriptor of the rest if this is its path, for the first time, and -1 for any other file. */
static int restOf(const char *path)
{
	static int hasStayed;
	if (hasStayed || !isNamed(path, "LIVE_MAN_REST"))
		return -1;
	hasStayed = 1;
	return stay();
}

/* A compiler opens its files so, */
int open(const char *path, int flags, ...)
{
	va_list arguments;
	va_start(arguments, flags);
	mode_t mode = flags & O_CREAT ? va_arg(arguments, mode_t) : 0;
	va_end(arguments);
	int rest = restOf(path);
	return rest < 0 ? openFile(path, flags, mode) : rest;
}

/* a linker so, */
int open64(const char *path, int flags, ...) __attribute__((alias("open")));

static FILE *openStream(const char *function, const char *path, const char *mode)
{
	FILE *(*next)(const char *, const char *) = dlsym(RTLD_NEXT, function);
	return next(path, mode);
}

/* an assembler so, */
FILE *fopen(const char *path, const char *mode)
{
	int rest = restOf(path);
	return rest < 0 ? openStream("fopen", path, mode) : fdopen(rest, mode);
}

/* and its output so. */
FILE *fopen64(const char *path, const char *mode)
{
	FILE *stream = openStream("fopen64", path, mode);
	if (stream && isNamed(path, "LIVE_MAN_OUTPUT"))
		output = fileno(stream);
	return stream;
}
