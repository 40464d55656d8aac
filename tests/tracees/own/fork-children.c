/* Three children and a grandchild: a handle means nothing in them, a context of their own does.
 *
 * thread 1: io_setup = 0 @parent
 * thread 2: io_destroy = -1 EINVAL @inherited
 * thread 2: io_setup = 0 @own
 * thread 3: io_destroy = -1 EINVAL @inherited
 * thread 3: io_setup = 0 @own
 * thread 4: io_destroy = -1 EINVAL @inherited
 * thread 4: io_setup = 0 @own
 * thread 5: io_destroy = -1 EINVAL @grandchild
 * thread 1: io_destroy = 0 @end
 * ends: exited 3
 */
#include <linux/aio_abi.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

static aio_context_t context;

static int child(int number)
{
	aio_context_t own = 0;
	syscall(SYS_io_destroy, context); /* @inherited */
	syscall(SYS_io_setup, 1, &own); /* @own */
	if (number == 2) {
		if (fork() == 0) {
			syscall(SYS_io_destroy, own); /* @grandchild */
			_exit(0);
		}
		wait(NULL);
	}
	return 1;
}

int main(void)
{
	int sum = 0;
	syscall(SYS_io_setup, 1, &context); /* @parent */
	for (int i = 0; i < 3; i++) {
		int status;
		if (fork() == 0) _exit(child(i));
		wait(&status);
		sum += WEXITSTATUS(status);
	}
	syscall(SYS_io_destroy, context); /* @end */
	return sum;
}
