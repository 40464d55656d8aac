/* Calls from the end of a stack of 7 MiB, and with a large frame between the call and its caller.
 *
 * thread 1: io_destroy = -1 EINVAL @bottom
 * thread 1: io_destroy = -1 EINVAL @on-return x112
 * ends: exited 0
 */
#include <string.h>
#include <sys/syscall.h>
#include <unistd.h>

static void descend(int levels)
{
	char frame[64 * 1024];
	memset(frame, levels, sizeof frame);
	if (levels == 0) {
		syscall(SYS_io_destroy, 0UL); /* @bottom */
		return;
	}
	descend(levels - 1);
	syscall(SYS_io_destroy, 0UL + 0 * frame[levels]); /* @on-return */
}

int main(void)
{
	descend(112);
	return 0;
}
