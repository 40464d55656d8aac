/* A thread forks; the child's only thread execs and calls; the first thread waits meanwhile.
 *
 * thread 1: io_setup = 0 @setup
 * thread 1: io_getevents = 0 @wait
 * thread 2: io_destroy = -1 EINVAL @thread
 * thread 3: io_destroy = -1 EINVAL @child
 * thread 3: io_destroy = -1 EINVAL @again
 * ends: exited 8
 */
#include <linux/aio_abi.h>
#include <pthread.h>
#include <signal.h>
#include <stdint.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

static void *fork_there(void *unused)
{
	int status;
	(void)unused;
	syscall(SYS_io_destroy, 0UL); /* @thread */
	pid_t child = fork();
	if (child == 0) {
		syscall(SYS_io_destroy, 0UL); /* @child */
		execl("/proc/self/exe", "program", "again", (char *)NULL);
	}
	waitpid(child, &status, 0);
	return (void *)(intptr_t)WEXITSTATUS(status);
}

int main(int count, char **words)
{
	(void)words;
	if (count > 1) {
		syscall(SYS_io_destroy, 0UL); /* @again */
		return 8;
	}
	pthread_t thread;
	void *status;
	sigset_t children;
	aio_context_t context = 0;
	struct io_event event;
	struct timespec timeout = { 0, 400000000 };
	sigemptyset(&children);
	sigaddset(&children, SIGCHLD);
	pthread_sigmask(SIG_BLOCK, &children, NULL);
	syscall(SYS_io_setup, 1, &context); /* @setup */
	pthread_create(&thread, NULL, fork_there, NULL);
	syscall(SYS_io_getevents, context, 1L, 1L, &event, &timeout); /* @wait */
	pthread_join(thread, &status);
	return (int)(intptr_t)status;
}
