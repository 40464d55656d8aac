/* posix_spawn (a vfork of its own in libc) of the same program.
 *
 * thread 1: io_destroy = -1 EINVAL @parent
 * thread 2: io_setup = 0 @child
 * ends: exited 4
 */
#include <linux/aio_abi.h>
#include <spawn.h>
#include <stddef.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

int main(int count, char **words)
{
	if (count > 1) {
		aio_context_t context = 0;
		syscall(SYS_io_setup, 1, &context); /* @child */
		return 4;
	}
	pid_t pid;
	int status;
	char *again[] = { words[0], "again", NULL };
	syscall(SYS_io_destroy, 0UL); /* @parent */
	if (posix_spawn(&pid, "/proc/self/exe", NULL, NULL, again, NULL)) return 1;
	waitpid(pid, &status, 0);
	return WEXITSTATUS(status);
}
