/* Waits in every way, while signals come, and says what each wait gave and whether it lasted as long as
 * it should. The first argument says which signals: what this prints without a tracer, it prints with
 * one. A wait is to end 90 ms after its beginning, by what it waits for or by its timeout.
 */
#include <errno.h>
#include <linux/aio_abi.h>
#include <linux/futex.h>
#include <poll.h>
#include <pthread.h>
#include <signal.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <sys/ipc.h>
#include <sys/mman.h>
#include <sys/msg.h>
#include <sys/select.h>
#include <sys/sem.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { length_ms = 90, patience_ms = 5000 };

static const char *mode;
static pthread_t waiter;
static pid_t program;
static int event_fd, semaphores, messages, pipe_ends[2];
/* SIGCONT wakes a thread that is traced even where it is blocked (kernel/signal.c, ptrace_trap_notify). */
static int takes_cont = 1;
static aio_context_t context;
/* Of waits that are not to be woken. Where a handler runs, none of them is to come to its end before. */
static struct timespec length = { 0, length_ms * 1000000L };
/** far beyond what any wait here takes */
static const struct timespec long_time = { 20, 0 };

static int is(const char *name) { return strcmp(mode, name) == 0; }
/* shared by all processes */
static volatile int *handled;
static void handler(int signal) { *handled += signal == SIGUSR1; }
static void sleep_ms(int ms) { usleep(ms * 1000); }

static long ms_since(struct timespec start)
{
	struct timespec now;
	clock_gettime(CLOCK_MONOTONIC, &now);
	return (now.tv_sec - start.tv_sec) * 1000 + (now.tv_nsec - start.tv_nsec) / 1000000;
}

static struct timespec start;

/* Until the waiter has been in one of these states, letters of /proc/pid/stat, for so many looks. */
static void await_state(const char *states, int looks)
{
	char path[32], line[64];
	snprintf(path, sizeof path, "/proc/%d/stat", program);
	for (int seen = 0; seen < looks && ms_since(start) < patience_ms; sleep_ms(1)) {
		FILE *file = fopen(path, "r");
		const char *end = file && fgets(line, sizeof line, file) ? strrchr(line, ')') : NULL;
		seen = end && strchr(states, end[2]) ? seen + 1 : 0;
		if (file)
			fclose(file);
	}
}

/* What a thread or a process does to the waiter, which ignores all of it but SIGUSR1 and SIGSTOP. */
static void disturb(void)
{
	const int ignored[] = { SIGWINCH, SIGURG, SIGALRM, SIGRTMAX, takes_cont ? SIGCONT : SIGURG };
	await_state("S", 4);
	int before = *handled;
	if (is("handled") || is("restarted")) {
		kill(program, SIGUSR1);
		/* What ends the wait must not come while it is about to be interrupted. */
		while (*handled == before && ms_since(start) < patience_ms)
			sleep_ms(1);
	} else if (is("stopped")) {
		kill(program, SIGSTOP);
		await_state("Tt", 50);
		kill(program, SIGCONT);
	} else
		for (int round = 0; round < 3; round++, sleep_ms(15))
			for (unsigned each = 0; each < sizeof ignored / sizeof *ignored; each++)
				is("thread") ? pthread_kill(waiter, ignored[each]) : kill(program, ignored[each]);
}

static void *disturbing_thread(void *unused)
{
	sigset_t all;
	sigfillset(&all);
	pthread_sigmask(SIG_BLOCK, &all, NULL);
	disturb();
	return unused;
}

static pthread_t thread;

/* From here on signals come, and after `length` one byte, one message and one unit of everything. */
static void begin(int end_waits)
{
	clock_gettime(CLOCK_MONOTONIC, &start);
	if (is("thread"))
		pthread_create(&thread, NULL, disturbing_thread, NULL);
	/* Its end is a signal, too, which must not be taken for SIGSTOP. */
	if (!is("stopped") && fork() == 0) {
		await_state("S", 4);
		_exit(0);
	}
	if (fork() != 0)
		return;
	if (!is("thread"))
		disturb();
	while (ms_since(start) < length_ms)
		sleep_ms(1);
	if (end_waits) {
		uint64_t one = 1;
		struct msgbuf { long type; char text; } message = { 1, 'x' };
		struct sembuf up = { 0, 1, 0 };
		write(event_fd, &one, 8);
		write(pipe_ends[1], "x", 1);
		semop(semaphores, &up, 1);
		msgsnd(messages, &message, 1, 0);
	}
	_exit(0);
}

static void end(const char *name, long got)
{
	int error = errno;
	long waited = ms_since(start);
	printf("%s: %ld %s%s\n", name, got, got < 0 ? strerrorname_np(error) : "",
	       waited > 10000 ? ", late" : got == 0 && waited < length_ms - 2 ? ", early" : "");
	fflush(stdout);
	while (wait(NULL) > 0 || errno == EINTR)
		;
	if (is("thread"))
		pthread_join(thread, NULL);
	/* Nothing is left for the next wait. */
	uint64_t counter;
	char text[16];
	struct sembuf down = { 0, -1, IPC_NOWAIT };
	read(event_fd, &counter, 8);
	while (poll(&(struct pollfd){ pipe_ends[0], POLLIN, 0 }, 1, 0) == 1)
		read(pipe_ends[0], text, sizeof text);
	while (semop(semaphores, &down, 1) == 0)
		;
	while (msgrcv(messages, text, 8, 0, IPC_NOWAIT) >= 0)
		;
}

#define WAIT(name, end_waits, call) \
	do { \
		begin(end_waits); \
		end(name, call); \
	} while (0)

static void wait_for_aio(void)
{
	struct iocb polled = { .aio_lio_opcode = IOCB_CMD_POLL, .aio_buf = POLLIN };
	struct iocb *list[] = { &polled };
	struct io_event event = { 0 };
	char byte;
	polled.aio_fildes = event_fd;
	syscall(SYS_io_submit, context, 1L, list);
	WAIT("io_getevents", 1, syscall(SYS_io_getevents, context, 1L, 1L, &event, NULL));
	syscall(SYS_io_getevents, context, 0L, 1L, &event, NULL);
	WAIT("io_getevents in time", 0, syscall(SYS_io_getevents, context, 1L, 1L, &event, &length));
	WAIT("io_pgetevents in time", 0,
	     syscall(SYS_io_pgetevents, context, 1L, 1L, &event, &length, NULL));
	struct iocb reading = { .aio_lio_opcode = IOCB_CMD_PREAD, .aio_buf = (uintptr_t)&byte, .aio_nbytes = 1 };
	list[0] = &reading;
	reading.aio_fildes = pipe_ends[0];
	takes_cont = 0;
	WAIT("io_submit reads a pipe", 1, syscall(SYS_io_submit, context, 1L, list));
	takes_cont = 1;
	event.res = 0;
	syscall(SYS_io_getevents, context, 1L, 1L, &event, NULL);
	printf("res %lld\n", (long long)event.res);
}

static void wait_for_descriptors(void)
{
	struct epoll_event event = { .events = EPOLLIN };
	struct pollfd polled = { event_fd, POLLIN, 0 };
	struct timespec left = length;
	struct timeval time = { length.tv_sec, length.tv_nsec / 1000 };
	int ms = length.tv_sec * 1000 + length.tv_nsec / 1000000;
	sigset_t none;
	fd_set set;
	char byte;
	int fd = epoll_create1(0);
	epoll_ctl(fd, EPOLL_CTL_ADD, event_fd, &event);
	sigemptyset(&none);
	WAIT("epoll_wait", 1, epoll_wait(fd, &event, 1, -1));
	WAIT("epoll_wait in time", 0, epoll_wait(fd, &event, 1, ms));
	WAIT("epoll_pwait in time", 0, epoll_pwait(fd, &event, 1, ms, &none));
	WAIT("epoll_pwait2 in time", 0, epoll_pwait2(fd, &event, 1, &length, NULL));
	WAIT("poll in time", 0, poll(&polled, 1, ms));
	WAIT("ppoll", 1, ppoll(&polled, 1, &long_time, &none));
	FD_ZERO(&set);
	FD_SET(event_fd, &set);
	WAIT("select in time", 0, select(event_fd + 1, &set, NULL, NULL, &time));
	FD_SET(event_fd, &set);
	WAIT("pselect in time", 0, pselect(event_fd + 1, &set, NULL, NULL, &left, &none));
	WAIT("read a pipe", 1, read(pipe_ends[0], &byte, 1));
	close(fd);
}

static void wait_for_others(void)
{
	struct sembuf down = { 0, -1, 0 };
	struct { long type; char text; } message;
	struct timespec until;
	sigset_t wanted;
	uint32_t word = 0;
	sigemptyset(&wanted);
	sigaddset(&wanted, SIGUSR2);
	WAIT("semop", 1, semop(semaphores, &down, 1));
	WAIT("semtimedop in time", 0, semtimedop(semaphores, &down, 1, &length));
	WAIT("msgrcv", 1, msgrcv(messages, &message, 1, 0, 0));
	WAIT("sigtimedwait in time", 0, sigtimedwait(&wanted, NULL, &length));
	WAIT("futex in time", 0, syscall(SYS_futex, &word, FUTEX_WAIT, 0, &length, NULL, 0));
	WAIT("nanosleep", 0, nanosleep(&length, NULL));
	clock_gettime(CLOCK_MONOTONIC, &until);
	until.tv_sec += length.tv_sec;
	until.tv_nsec += length.tv_nsec;
	until.tv_sec += until.tv_nsec / 1000000000;
	until.tv_nsec %= 1000000000;
	WAIT("clock_nanosleep", 0, -(long)clock_nanosleep(CLOCK_MONOTONIC, TIMER_ABSTIME, &until, NULL));
}

int main(int count, char **words)
{
	struct sigaction action = { .sa_handler = handler };
	mode = count > 1 ? words[1] : "";
	if (is("handled") || is("restarted"))
		length = (struct timespec){ 4, 0 };
	if (is("stopped"))
		length.tv_nsec = 250000000;
	handled = mmap(NULL, sizeof *handled, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
	program = getpid();
	waiter = pthread_self();
	event_fd = eventfd(0, EFD_NONBLOCK);
	semaphores = semget(IPC_PRIVATE, 1, 0600);
	messages = msgget(IPC_PRIVATE, 0600);
	pipe(pipe_ends);
	signal(SIGALRM, SIG_IGN);
	signal(SIGRTMAX, SIG_IGN);
	action.sa_flags = is("restarted") ? SA_RESTART : 0;
	sigaction(SIGUSR1, &action, NULL);
	syscall(SYS_io_setup, 4, &context);
	wait_for_aio();
	wait_for_descriptors();
	wait_for_others();
	msgctl(messages, IPC_RMID, NULL);
	return semctl(semaphores, 0, IPC_RMID);
}
