/* The innermost line of the reader's own file, however the call is written.
 *
 * thread 1: io_destroy = -1 EINVAL @macro
 * thread 1: io_destroy = -1 EINVAL @helper
 * thread 1: io_destroy = -1 EINVAL @pointer
 * thread 1: io_destroy = -1 EINVAL @assembly
 * thread 1: io_destroy = -1 EINVAL @recursion x3
 * thread 1: io_destroy = -1 EINVAL @argument
 * thread 1: io_destroy = -1 EINVAL @constructor-like
 * thread 1: io_destroy = -1 EINVAL @callback
 * ends: exited 0
 */
#include <stdio.h>
#include <stdlib.h>
#include <sys/syscall.h>
#include <unistd.h>

#define DESTROY(context) \
	do { \
		syscall(SYS_io_destroy, context); \
	} while (0)

static long destroy(unsigned long context)
{
	return syscall(SYS_io_destroy, context); /* @helper */
}

static long by_assembly(unsigned long context)
{
	long result = SYS_io_destroy;
	__asm__ volatile("syscall" : "+a"(result) : "D"(context) : "rcx", "r11", "memory"); /* @assembly */
	return result;
}

static void recurse(int depth)
{
	char room[1000];
	snprintf(room, sizeof room, "%d", depth);
	if (depth > 1) recurse(depth - 1);
	syscall(SYS_io_destroy, 0UL); /* @recursion */
}

static int compare(const void *a, const void *b)
{
	syscall(SYS_io_destroy, 0UL); /* @callback */
	return *(const int *)a - *(const int *)b;
}

int main(void)
{
	long (*volatile call)(long, ...) = syscall;
	int numbers[] = { 2, 1 };
	DESTROY(0UL); /* @macro */
	destroy(0UL);
	call(SYS_io_destroy, 0UL); /* @pointer */
	by_assembly(0UL);
	recurse(3);
	printf("%ld\n", syscall(SYS_io_destroy, 0UL)); /* @argument */
	long results[] = { syscall(SYS_io_destroy, 0UL) }; /* @constructor-like */
	qsort(numbers, 2, sizeof *numbers, compare);
	return results[0] != -1;
}
