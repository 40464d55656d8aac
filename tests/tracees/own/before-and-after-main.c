/* Calls before main, after it, from a signal handler on a stack of its own, from an inline and a
 * nested function, and spread over several lines.
 *
 * thread 1: io_destroy = -1 EINVAL @constructor
 * thread 1: io_destroy = -1 EINVAL @inline
 * thread 1: io_destroy = -1 EINVAL @nested
 * thread 1: io_destroy = -1 EINVAL @handler
 * thread 1: io_destroy = -1 EINVAL @spread
 * thread 1: io_destroy = -1 EINVAL @at-exit
 * thread 1: io_destroy = -1 EINVAL @destructor
 * signal: SIGUSR1 @raise
 * ends: exited 0
 */
#define _GNU_SOURCE
#include <signal.h>
#include <stdlib.h>
#include <sys/syscall.h>
#include <unistd.h>

__attribute__((constructor)) static void before_main(void)
{
	syscall(SYS_io_destroy, 0UL); /* @constructor */
}

__attribute__((destructor)) static void after_main(void)
{
	syscall(SYS_io_destroy, 0UL); /* @destructor */
}

static void at_exit(void)
{
	syscall(SYS_io_destroy, 0UL); /* @at-exit */
}

__attribute__((always_inline)) static inline long inlined(void)
{
	return syscall(SYS_io_destroy, 0UL); /* @inline */
}

static void handle(int signal)
{
	(void)signal;
	syscall(SYS_io_destroy, 0UL); /* @handler */
}

int main(void)
{
	int times = 1;
	void nested(void)
	{
		while (times-- > 0) syscall(SYS_io_destroy, 0UL); /* @nested */
	}
	static char room[64 * 1024];
	stack_t stack = { .ss_sp = room, .ss_size = sizeof room };
	struct sigaction action = { .sa_handler = handle, .sa_flags = SA_ONSTACK };
	atexit(at_exit);
	inlined();
	nested();
	sigaltstack(&stack, NULL);
	sigaction(SIGUSR1, &action, NULL);
	raise(SIGUSR1); /* @raise */
	syscall( /* @spread */
		SYS_io_destroy,
		0UL
	);
	return 0;
}
