/* A child's io_pgetevents is stopped, so that the kernel means to restart it, and killed instead.
 *
 * thread 1: io_destroy = -1 EINVAL @parent
 * thread 2: io_setup = 0 @setup
 * thread 2: io_pgetevents = ? @wait
 * signal: SIGSTOP @wait
 * ends: exited 9
 */
#include <linux/aio_abi.h>
#include <signal.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

int main(void)
{
	int status;
	syscall(SYS_io_destroy, 0UL); /* @parent */
	pid_t child = fork();
	if (child == 0) {
		aio_context_t context = 0;
		struct io_event event;
		syscall(SYS_io_setup, 1, &context); /* @setup */
		syscall(SYS_io_pgetevents, context, 1L, 1L, &event, NULL, NULL); /* @wait */
		_exit(0);
	}
	usleep(200000);
	kill(child, SIGSTOP);
	waitpid(child, &status, WUNTRACED);
	kill(child, SIGKILL);
	waitpid(child, &status, 0);
	return WTERMSIG(status);
}
