/* The line that a call leads back to, through frames of every kind that libraries have.
 *
 * thread 1: io_destroy = -1 EINVAL @sorted
 * thread 1: io_destroy = -1 EINVAL @searched
 * thread 1: io_destroy = -1 EINVAL @handler
 * thread 1: io_destroy = -1 EINVAL @other-stack
 * thread 1: io_setup = -1 EFAULT @jumped
 * thread 1: io_destroy = -1 EINVAL @at-exit
 * signal: SIGUSR1 @raise
 * signal: SIGUSR1 @raise-again
 * signal: SIGUSR2 @raise-abort
 * signal: SIGABRT @raise-abort
 * ends: signalled SIGABRT
 */
#define _GNU_SOURCE
#include <libaio.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/syscall.h>
#include <unistd.h>

static int compare(const void *a, const void *b)
{
	syscall(SYS_io_destroy, 0UL); /* @sorted */
	return *(const int *)a - *(const int *)b;
}

static int never(const void *key, const void *element)
{
	syscall(SYS_io_destroy, 0UL); /* @searched */
	return key == element;
}

static void handle(int signal)
{
	(void)signal;
	syscall(SYS_io_destroy, 0UL); /* @handler */
}

static void handle_elsewhere(int signal)
{
	(void)signal;
	io_destroy(NULL); /* @other-stack */
}

/* It ends in a jump: the frame that called it is the one that is left. */
static int __attribute__((optimize("O2"), noinline)) jump(int events, io_context_t *context)
{
	return io_setup(events, context);
}

static void at_exit(void)
{
	syscall(SYS_io_destroy, 0UL); /* @at-exit */
	/* libc's own function handles the signal: the way leads through what the kernel pushed. */
	signal(SIGUSR2, (void (*)(int))abort);
	raise(SIGUSR2); /* @raise-abort */
}

int main(void)
{
	int numbers[] = { 2, 1 };
	stack_t other = { .ss_sp = malloc(65536), .ss_size = 65536 };
	struct sigaction elsewhere = { .sa_handler = handle_elsewhere, .sa_flags = SA_ONSTACK };
	qsort(numbers, 2, sizeof *numbers, compare);
	bsearch(numbers, numbers, 1, sizeof *numbers, never);
	signal(SIGUSR1, handle);
	raise(SIGUSR1); /* @raise */
	sigaltstack(&other, NULL);
	sigaction(SIGUSR1, &elsewhere, NULL);
	raise(SIGUSR1); /* @raise-again */
	jump(1, NULL); /* @jumped */
	atexit(at_exit);
	return 0;
}
