/* Two hundred vfork children, one after another, each with a call.
 *
 * thread 2-201: io_destroy = -1 EINVAL @child
 * strace: walks no stacks, which takes it some milliseconds a call.
 *
 * thread 1: io_destroy = -1 EINVAL @end
 * ends: exited 0
 */
#define _GNU_SOURCE
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

int main(void)
{
	for (int i = 0; i < 200; i++) {
		if (vfork() == 0) {
			syscall(SYS_io_destroy, 0UL); /* @child */
			_exit(0);
		}
		wait(NULL);
	}
	syscall(SYS_io_destroy, 0UL); /* @end */
	return 0;
}
