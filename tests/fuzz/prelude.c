#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <pthread.h>
#include <signal.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/time.h>
#include <sys/timerfd.h>
#include <sys/uio.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

/* struct iocb, named alike whether <linux/aio_abi.h> or <libaio.h> declares it. */
struct request {
	uint64_t data;
	uint32_t key, rw_flags;
	uint16_t opcode, reqprio;
	int32_t fildes;
	uint64_t buf, nbytes, offset, reserved2;
	uint32_t flags, resfd;
};
struct usig { const void *mask; size_t size; };
enum {
	F_RW, F_RO, F_WO, F_PATH, F_DIR, F_CLOSED, F_PIPE_R, F_PIPE_W, F_BROKEN, F_ENDED, F_EVENT,
	F_SOCK, F_PEER, F_DGRAM, F_EPOLL, F_TIMER, F_MEM, F_NULL, F_RESULT, F_SMALL, F_BLOCKS, F_COUNT
};

/* What one thread of a program works with. */
struct world {
	uint64_t live[4], dead[4];
	int fds[F_COUNT];
	struct request requests[12];
	struct iovec vectors[16];
	void *list[12];
	struct io_event events[128];
	unsigned char *edge, *readonly, *guard;
	unsigned tail;
	unsigned long sum;
	unsigned char buffer[1 << 17];
};
static struct world worlds[4];
static sigset_t none, all;
static volatile int handled;
static long (*volatile via)(long, ...) = syscall;

static void note(struct world *w, long result)
{
	w->sum = w->sum * 31 + result + (result == -1 ? errno : 0);
}

/* What all processes of the program were given by io_getevents and io_pgetevents. */
static struct { long events, data, res; } *reaped;

/* A tape shows the first 64 events of a call. */
static void take(struct world *w, const struct io_event *events, long count)
{
	note(w, count);
	for (long i = 0; i < count && i < 64; i++) {
		/* Named differently in <libaio.h>: data, obj, res, res2. */
		const int64_t *words = (const int64_t *)&events[i];
		__atomic_add_fetch(&reaped->events, 1, __ATOMIC_RELAXED);
		__atomic_add_fetch(&reaped->data, words[0], __ATOMIC_RELAXED);
		__atomic_add_fetch(&reaped->res, words[2], __ATOMIC_RELAXED);
	}
}

/* Linux puts up to six arguments into registers; what comes back is not errno but its negative. */
#define INLINED(nr, a, b, c, d, e, f) ({ \
	long result = (nr), rdi = (long)(a), rsi = (long)(b), rdx = (long)(c), fourth = (long)(d), \
		fifth = (long)(e), sixth = (long)(f); \
	register long r10 __asm__("r10") = fourth, r8 __asm__("r8") = fifth, r9 __asm__("r9") = sixth; \
	__asm__ volatile("syscall" : "+a"(result) : "D"(rdi), "S"(rsi), "d"(rdx), \
		"r"(r10), "r"(r8), "r"(r9) : "rcx", "r11", "memory"); \
	result; })

/* The ring's header: id, nr, head, tail. */
static unsigned tail_of(uint64_t context)
{
	return context ? ((volatile unsigned *)context)[3] : 0;
}

/* What finishes in a kernel thread is awaited here, so that a queue holds the same in every run. */
static void settle(struct world *w, uint64_t context, long finished)
{
	if (!context || finished <= 0) return;
	unsigned slots = ((volatile unsigned *)context)[1];
	for (int i = 0; i < 5000 && (tail_of(context) + slots - w->tail) % slots < finished; i++) usleep(100);
}

/* The address of a destroyed context is taken, so that its handle stays dead. */
static void bury(struct world *w, int slot)
{
	void *place = (void *)w->live[slot];
	int flags = MAP_PRIVATE | MAP_ANONYMOUS | MAP_FIXED_NOREPLACE;
	w->dead[slot] = mmap(place, 4096, PROT_READ, flags, -1, 0) == place ? w->live[slot] : 0;
	w->live[slot] = 0;
}

static void arm(void)
{
	struct itimerval every = { { 0, 20000 }, { 0, 20000 } };
	setitimer(ITIMER_REAL, &every, NULL);
}

static void disarm(void)
{
	struct itimerval never = { 0 };
	setitimer(ITIMER_REAL, &never, NULL);
}

static void nothing(int signal)
{
	(void)signal;
}

static int moved(int fd, int to)
{
	dup2(fd, to);
	close(fd);
	return to;
}

static void open_world(struct world *w)
{
	int number = w - worlds, first = 40 + number * 40, pair[2];
	char name[16], small[16];
	sprintf(name, "file-%d", number);
	sprintf(small, "small-%d", number);
	w->fds[F_RW] = open(name, O_RDWR | O_CREAT | O_TRUNC, 0600);
	write(w->fds[F_RW], "what the file holds at first", 28);
	w->fds[F_RO] = open(name, O_RDONLY);
	w->fds[F_WO] = open(name, O_WRONLY);
	w->fds[F_PATH] = open(name, O_PATH);
	w->fds[F_DIR] = open(".", O_RDONLY | O_DIRECTORY);
	w->fds[F_CLOSED] = 250;
	pipe2(pair, O_NONBLOCK);
	w->fds[F_PIPE_R] = pair[0];
	w->fds[F_PIPE_W] = pair[1];
	pipe2(pair, O_NONBLOCK);
	close(pair[0]);
	w->fds[F_BROKEN] = pair[1];
	pipe2(pair, O_NONBLOCK);
	close(pair[1]);
	w->fds[F_ENDED] = pair[0];
	w->fds[F_EVENT] = eventfd(0, EFD_NONBLOCK);
	socketpair(AF_UNIX, SOCK_STREAM | SOCK_NONBLOCK, 0, pair);
	w->fds[F_SOCK] = pair[0];
	w->fds[F_PEER] = pair[1];
	w->fds[F_DGRAM] = socket(AF_UNIX, SOCK_DGRAM | SOCK_NONBLOCK, 0);
	w->fds[F_EPOLL] = epoll_create1(0);
	w->fds[F_TIMER] = timerfd_create(CLOCK_MONOTONIC, TFD_NONBLOCK);
	w->fds[F_MEM] = memfd_create("memory", 0);
	w->fds[F_NULL] = open("/dev/null", O_RDWR);
	w->fds[F_RESULT] = eventfd(0, EFD_NONBLOCK);
	w->fds[F_SMALL] = open(small, O_RDWR | O_CREAT | O_TRUNC, 0600);
	write(w->fds[F_SMALL], "small", 5);
	pipe(pair);
	w->fds[F_BLOCKS] = pair[0];
	for (int i = 0; i < F_COUNT; i++) if (i != F_CLOSED) w->fds[i] = moved(w->fds[i], first + i);
	unsigned char *pages = mmap(NULL, 4 * 4096, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
	mprotect(pages + 4096, 4096, PROT_NONE);
	mprotect(pages + 8192, 4096, PROT_READ);
	/* What lies behind is the loader's affair: a long write from the page would go on into it. */
	mprotect(pages + 12288, 4096, PROT_NONE);
	w->guard = w->edge = pages + 4096;
	w->readonly = pages + 8192;
	for (int i = 0; i < 12; i++) w->requests[i].fildes = -1;
}
