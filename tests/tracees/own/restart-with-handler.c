/* io_pgetevents is interrupted by a handler (the program sees EINTR), then let run into its timeout.
 *
 * thread 1: io_setup = 0 @setup
 * thread 1: io_pgetevents = -1 EINTR @handled
 * thread 1: io_pgetevents = 0 @timeout
 * signal: SIGALRM @handled
 * ends: exited 0
 */
#define _GNU_SOURCE
#include <errno.h>
#include <linux/aio_abi.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/syscall.h>
#include <time.h>
#include <unistd.h>

static void ignore_it(int signal) { (void)signal; }

int main(void)
{
	aio_context_t context = 0;
	struct io_event event;
	struct timespec soon = { 0, 1000000 };
	syscall(SYS_io_setup, 1, &context); /* @setup */
	signal(SIGALRM, ignore_it);
	ualarm(100000, 0);
	long got = syscall(SYS_io_pgetevents, context, 1L, 1L, &event, NULL, NULL); /* @handled */
	printf("%ld %s\n", got, strerrorname_np(errno));
	syscall(SYS_io_pgetevents, context, 1L, 1L, &event, &soon, NULL); /* @timeout */
	return 0;
}
