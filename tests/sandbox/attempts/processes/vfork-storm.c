/* Makes children by vfork and clone with shared memory as fast as it can, each of which makes a
 * call and is gone.
 *
 * prints: children: 60
 * rows: 60
 * ends: exited 0
 */
#include <sched.h>
static char stack[65536];
static int child(void *unused)
{
	syscall(SYS_io_destroy, 1L);
	_exit(0);
}
int main(void)
{
	int children = 0;
	for (int i = 0; i < 30; i++) {
		if (vfork() == 0) child(NULL);
		children += wait(NULL) > 0;
		clone(child, stack + sizeof stack, CLONE_VM | CLONE_VFORK | SIGCHLD, NULL);
		children += wait(NULL) > 0;
	}
	printf("children: %d\n", children);
}
