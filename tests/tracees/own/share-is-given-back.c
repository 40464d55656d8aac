/* Contexts that were destroyed, or died with their process or by execve, no longer count: 8 times
 * 600 events, in each of four ways, are far more than a run may hold at once.
 *
 * strace: walks no stacks, which takes it some milliseconds a call.
 *
 * thread 1: io_setup = 0 @destroyed, io_destroy = 0 @destroy x8
 * thread 2-9: io_setup = 0 @child
 * thread 10-17: io_setup = 0 @before-exec
 * thread 10-17: io_setup = 0 @after-exec
 * thread 18-25: io_setup = 0 @vforked
 * thread 1: io_destroy = 0 @destroy-vforked x8
 * ends: exited 0
 */
#include <linux/aio_abi.h>
#include <stddef.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

int main(int count, char **words)
{
	static aio_context_t context;
	const int rounds = 8, events = 600;
	(void)words;
	if (count > 1) {
		syscall(SYS_io_setup, events, &context); /* @after-exec */
		return 0;
	}
	for (int i = 0; i < rounds; i++, context = 0) {
		syscall(SYS_io_setup, events, &context); /* @destroyed */
		syscall(SYS_io_destroy, context); /* @destroy */
	}
	for (int i = 0; i < rounds; i++) {
		if (fork() == 0) {
			syscall(SYS_io_setup, events, &context); /* @child */
			_exit(0);
		}
		wait(NULL);
	}
	for (int i = 0; i < rounds; i++) {
		if (fork() == 0) {
			syscall(SYS_io_setup, events, &context); /* @before-exec */
			execl("/proc/self/exe", "program", "again", (char *)NULL);
			_exit(1);
		}
		wait(NULL);
	}
	for (int i = 0; i < rounds; i++, context = 0) {
		if (vfork() == 0) {
			syscall(SYS_io_setup, events, &context); /* @vforked */
			_exit(0);
		}
		wait(NULL);
		syscall(SYS_io_destroy, context); /* @destroy-vforked */
	}
	return 0;
}
