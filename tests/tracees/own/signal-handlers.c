/* A handler ends the wait of io_getevents, whether or not SA_RESTART asks for a restart.
 *
 * thread 1: io_setup = 0 @setup
 * thread 1: io_getevents = -1 EINTR @wait x2
 * signal: SIGALRM @wait
 * signal: SIGALRM @wait
 * ends: exited 0
 */
#define _GNU_SOURCE
#include <errno.h>
#include <linux/aio_abi.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/syscall.h>
#include <unistd.h>

static volatile int handled;
static void count(int signal) { (void)signal; handled++; }

int main(void)
{
	aio_context_t context = 0;
	struct io_event event;
	syscall(SYS_io_setup, 1, &context); /* @setup */
	for (int i = 0; i < 2; i++) {
		struct sigaction action = { .sa_handler = count, .sa_flags = i ? SA_RESTART : 0 };
		sigaction(SIGALRM, &action, NULL);
		ualarm(100000, 0);
		long got = syscall(SYS_io_getevents, context, 1L, 1L, &event, NULL); /* @wait */
		printf("%ld %s, handled %d\n", got, strerrorname_np(errno), handled);
	}
	return 0;
}
