/* SIGSTOP and SIGCONT end io_getevents with EINTR and make the kernel restart io_pgetevents,
 * which is one call; both threads of the child are stopped.
 *
 * thread 1: io_destroy = -1 EINVAL @parent
 * thread 2: io_setup = 0 @setup
 * thread 3: io_pgetevents = 0 @restarted
 * thread 2: io_getevents = -1 EINTR @wait
 * thread 2: io_destroy = 0 @end
 * signal: SIGSTOP @wait
 * ends: exited 4
 */
#include <linux/aio_abi.h>
#include <pthread.h>
#include <signal.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

static aio_context_t context;

static void *wait_with_mask(void *unused)
{
	struct io_event event;
	struct timespec half_a_second = { 0, 500000000 };
	syscall(SYS_io_pgetevents, context, 1L, 1L, &event, &half_a_second, NULL); /* @restarted */
	return unused;
}

static int child(void)
{
	pthread_t thread;
	struct io_event event;
	syscall(SYS_io_setup, 1, &context); /* @setup */
	pthread_create(&thread, NULL, wait_with_mask, NULL);
	syscall(SYS_io_getevents, context, 1L, 1L, &event, NULL); /* @wait */
	pthread_join(thread, NULL);
	syscall(SYS_io_destroy, context); /* @end */
	return 4;
}

int main(void)
{
	int status;
	syscall(SYS_io_destroy, 0UL); /* @parent */
	pid_t pid = fork();
	if (pid == 0) _exit(child());
	usleep(200000);
	kill(pid, SIGSTOP);
	waitpid(pid, &status, WUNTRACED);
	usleep(100000);
	kill(pid, SIGCONT);
	waitpid(pid, &status, 0);
	return WEXITSTATUS(status);
}
