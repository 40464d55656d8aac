/* The program stops itself between two calls, and a child continues it; a breakpoint of its own.
 *
 * thread 1: io_destroy = -1 EINVAL @before
 * thread 1: io_destroy = -1 EINVAL @after
 * signal: SIGSTOP @stop
 * signal: SIGTRAP @after
 * ends: exited 1
 */
#include <signal.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

static volatile sig_atomic_t trapped;
static void note(int signal) { (void)signal; trapped++; }

int main(void)
{
	signal(SIGTRAP, note);
	syscall(SYS_io_destroy, 0UL); /* @before */
	if (fork() == 0) {
		usleep(200000);
		kill(getppid(), SIGCONT);
		_exit(0);
	}
	raise(SIGSTOP); /* @stop */
	wait(NULL);
	__asm__ volatile("int3");
	syscall(SYS_io_destroy, 0UL); /* @after */
	return trapped;
}
