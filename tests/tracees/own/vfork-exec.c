/* A vfork child calls in its parent's memory, then executes the same program again.
 *
 * thread 1: io_setup = 0 @parent
 * thread 2: io_destroy = 0 @shared
 * thread 2: io_setup = 0 @again
 * thread 1: io_destroy = -1 EINVAL @end
 * ends: exited 5
 */
#define _GNU_SOURCE
#include <linux/aio_abi.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

static aio_context_t context;

int main(int count, char **words)
{
	(void)words;
	if (count > 1) {
		syscall(SYS_io_setup, 1, &context); /* @again */
		return 5;
	}
	int status;
	syscall(SYS_io_setup, 1, &context); /* @parent */
	if (vfork() == 0) {
		syscall(SYS_io_destroy, context); /* @shared */
		execl("/proc/self/exe", "program", "again", (char *)NULL);
		_exit(1);
	}
	wait(&status);
	syscall(SYS_io_destroy, context); /* @end */
	return WEXITSTATUS(status);
}
