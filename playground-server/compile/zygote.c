/*
 * Preloaded into a compiler whose main file ends with #include ".live-man-rest". Where it opens that
 * file it has started and has read its headers: there it stays, and forks a child for every snippet,
 * which reads the rest from a pipe and is a compiler for that one snippet.
 *
 * Nothing that a stranger wrote is read here. Standard input is a socket; each message on it has one
 * byte, by how much the child is to give way at the processor (nice(2)), and four descriptors: what
 * the child reads as "rest", its standard output, its standard error, and a pipe for its status as a
 * shell would tell it. Who closes the other end of that pipe has the child killed.
 */
#define _GNU_SOURCE
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

static struct child {
	pid_t pid;
	int status, isUnwanted;
} children[mostChildren];
static int count;

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
	return niceness;
}

/* A child keeps three descriptors, and from here on has the filter of children. */
static int begin(const int fds[descriptors], int niceness)
{
	int rest = STDERR_FILENO + 1;
	repeatSaid(fds[toMessages]);
	if (dup2(fds[toOutput], STDOUT_FILENO) < 0 || dup2(fds[toMessages], STDERR_FILENO) < 0)
		_exit(127);
	if (fds[toRest] != rest && dup2(fds[toRest], rest) < 0)
		_exit(127);
	if (close(requests) || syscall(SYS_close_range, rest + 1, ~0U, 0))
		_exit(127);
	if (setpriority(PRIO_PROCESS, 0, getpriority(PRIO_PROCESS, 0) + niceness))
		_exit(127);
	signal(SIGCHLD, SIG_DFL);
	signal(SIGPIPE, SIG_DFL);
	if (syscall(SYS_seccomp, SECCOMP_SET_MODE_FILTER, 0, &filter))
		_exit(127);
	return rest;
}

/* Returns the child's "rest" in the child, and -1 here. */
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

static int stay(void)
{
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
 * What the compiler has printed before a fork would be printed by the child as well, or be lost. Nor
 * does anybody read what it says before it has a child: a pipe could be full by then.
 */
__attribute__((constructor)) static void keepOutput(void)
{
	setvbuf(stdout, NULL, _IOFBF, 1 << 16);
	if (dup2(openFile("/tmp", O_TMPFILE | O_RDWR | O_CLOEXEC, 0600), STDERR_FILENO) < 0)
		abort();
}

int open(const char *path, int flags, ...)
{
	static int hasStayed;
	va_list arguments;
	va_start(arguments, flags);
	mode_t mode = flags & O_CREAT ? va_arg(arguments, mode_t) : 0;
	va_end(arguments);
	if (hasStayed || strcmp(path, ".live-man-rest") != 0)
		return openFile(path, flags, mode);
	hasStayed = 1;
	return stay();
}
