/* Signals that a program ignores do not end its waits, which last as long as on the bare kernel. (A
 * traced thread is woken by them all the same: kernel/signal.c, sig_ignored.)
 *
 * strace: is not asked, for under strace they do.
 *
 * thread 1: io_setup = 0 @setup
 * thread 1: io_getevents = 0 @timeout
 * thread 1: io_pgetevents = 0 @masked
 * thread 1: io_submit = 2 @submit
 * thread 1: io_getevents = 2 @both
 * thread 1: io_getevents = -1 EINTR @handled
 * signal: SIGALRM @both
 * signal: SIGUSR1 @handled
 * ends: exited 0
 */
#include <errno.h>
#include <linux/aio_abi.h>
#include <pthread.h>
#include <signal.h>
#include <stdint.h>
#include <stdio.h>
#include <sys/eventfd.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

static pthread_t waiter;
static volatile int is_quiet;

static void nothing(int signal) { (void)signal; }

/* Sends what is ignored by default, far more often than the waits are long. */
static void *disturb(void *unused)
{
	sigset_t alarms;
	sigemptyset(&alarms);
	sigaddset(&alarms, SIGALRM);
	pthread_sigmask(SIG_BLOCK, &alarms, NULL);
	while (!is_quiet) {
		usleep(50000);
		pthread_kill(waiter, SIGWINCH);
	}
	usleep(300000);
	pthread_kill(waiter, SIGUSR1);
	return unused;
}

static long tenths_since(struct timespec start)
{
	struct timespec now;
	clock_gettime(CLOCK_MONOTONIC, &now);
	return (now.tv_sec - start.tv_sec) * 10 + (now.tv_nsec - start.tv_nsec) / 100000000;
}

int main(void)
{
	aio_context_t context = 0;
	struct io_event events[2];
	struct timespec timeout = { 0, 300000000 }, start;
	pthread_t thread;
	uint64_t one = 1;
	int fds[] = { eventfd(0, 0), eventfd(0, 0) };
	struct iocb polls[2] = { 0 }, *both[] = { polls, polls + 1 };
	syscall(SYS_io_setup, 4, &context); /* @setup */
	waiter = pthread_self();
	signal(SIGALRM, SIG_IGN);
	signal(SIGUSR1, nothing);
	pthread_create(&thread, NULL, disturb, NULL);

	clock_gettime(CLOCK_MONOTONIC, &start);
	long got = syscall(SYS_io_getevents, context, 1L, 1L, events, &timeout); /* @timeout */
	printf("%ld, waited %d\n", got, tenths_since(start) >= 3);

	clock_gettime(CLOCK_MONOTONIC, &start);
	got = syscall(SYS_io_pgetevents, context, 1L, 1L, events, &timeout, NULL); /* @masked */
	printf("%ld, waited %d\n", got, tenths_since(start) >= 3);
	printf("the timeout is the program's own: %d\n", timeout.tv_sec == 0 && timeout.tv_nsec == 300000000);

	/* One event is there when the signals come, the other comes later: both are waited for. */
	for (int i = 0; i < 2; i++) {
		polls[i].aio_lio_opcode = IOCB_CMD_POLL;
		polls[i].aio_fildes = fds[i];
		polls[i].aio_buf = 1; /* POLLIN */
		polls[i].aio_data = i + 7;
	}
	syscall(SYS_io_submit, context, 2L, both); /* @submit */
	write(fds[0], &one, 8);
	ualarm(100000, 0);
	if (fork() == 0) { usleep(300000); _exit(write(fds[1], &one, 8) != 8); }
	got = syscall(SYS_io_getevents, context, 2L, 2L, events, NULL); /* @both */
	printf("%ld, data %d and %d\n", got, (int)events[0].data, (int)events[1].data);
	wait(NULL);

	is_quiet = 1;
	got = syscall(SYS_io_getevents, context, 1L, 1L, events, NULL); /* @handled */
	printf("%ld %s\n", got, errno == EINTR ? "EINTR" : "another");
	pthread_join(thread, NULL);
	return 0;
}
