/* Starts somewhere else than libc does, ends without it, and replaces functions of libc that the
 * playground links in.
 *
 * prints: replaced
 * row: io_destroy = -1 EINVAL @[0-9]+
 * ends: exited 7
 */
#include <stdio.h>
#include <sys/syscall.h>
#include <unistd.h>
int setvbuf(FILE *stream, char *buffer, int mode, size_t size)
{
	(void)stream, (void)buffer, (void)mode, (void)size;
	return -1;
}
int puts(const char *text)
{
	(void)text;
	return (int)write(1, "replaced\n", 9);
}
int main(void)
{
	puts("not this");
	syscall(SYS_io_destroy, 1L);
	syscall(SYS_exit_group, 7);
}
