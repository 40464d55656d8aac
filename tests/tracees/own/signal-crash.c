/* A crash between two calls is reported with its line.
 *
 * thread 1: io_destroy = -1 EINVAL @before
 * signal: SIGSEGV @crash
 * ends: signalled SIGSEGV
 */
#include <stddef.h>
#include <sys/syscall.h>
#include <unistd.h>

static int *volatile nowhere = NULL;

int main(void)
{
	syscall(SYS_io_destroy, 0UL); /* @before */
	*nowhere = 1; /* @crash */
	syscall(SYS_io_destroy, 0UL);
	return 0;
}
