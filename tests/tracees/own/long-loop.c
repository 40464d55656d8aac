/* Two thousand calls, each shown.
 *
 * strace: walks no stacks, which takes it some milliseconds a call.
 *
 * thread 1: io_destroy = -1 EINVAL @loop x2000
 * ends: exited 0
 */
#include <sys/syscall.h>
#include <unistd.h>

int main(void)
{
	for (int i = 0; i < 2000; i++) syscall(SYS_io_destroy, 0UL); /* @loop */
	return 0;
}
