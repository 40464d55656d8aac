/* Runs before main, before its constructors, and after its end, where nobody looks for a call.
 *
 * prints: constructor
 * prints: main
 * row: io_destroy = -1 EINVAL @[0-9]+
 * row: io_destroy = -1 EINVAL @[0-9]+
 * row: io_destroy = -1 EINVAL @[0-9]+
 * row: io_destroy = -1 EINVAL @[0-9]+
 * ends: exited 0
 */
#include <stdio.h>
#include <sys/syscall.h>
#include <unistd.h>
static void first(void) { syscall(SYS_io_destroy, 1L); }
__attribute__((section(".preinit_array"), used)) static void (*early)(void) = first;
__attribute__((constructor(101))) static void constructor(void)
{
	puts("constructor");
	syscall(SYS_io_destroy, 2L);
}
__attribute__((destructor)) static void last(void) { syscall(SYS_io_destroy, 4L); }
int main(void)
{
	puts("main");
	return syscall(SYS_io_destroy, 3L) != -1;
}
