/* A recursion without end dies where it makes its next frame.
 *
 * thread 1: io_destroy = -1 EINVAL @before
 * signal: SIGSEGV @frame
 * ends: signalled SIGSEGV
 */
#include <sys/syscall.h>
#include <unistd.h>

static int descend(int depth)
{ /* @frame */
	char frame[64 * 1024];
	frame[depth % 3] = 1;
	return descend(depth + 1) + frame[0];
}

int main(void)
{
	syscall(SYS_io_destroy, 0UL); /* @before */
	return descend(0);
}
