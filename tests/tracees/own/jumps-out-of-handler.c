/* A handler leaves io_pgetevents by siglongjmp; the same call is made again at the same place.
 *
 * thread 1: io_setup = 0 @setup
 * thread 1: io_pgetevents = -1 EINTR @wait x3
 * thread 1: io_destroy = 0 @end
 * signal: SIGALRM @wait
 * signal: SIGALRM @wait
 * signal: SIGALRM @wait
 * ends: exited 3
 */
#include <linux/aio_abi.h>
#include <setjmp.h>
#include <signal.h>
#include <sys/syscall.h>
#include <unistd.h>

static sigjmp_buf before;
static void jump(int signal) { (void)signal; siglongjmp(before, 1); }

int main(void)
{
	volatile int turns = 0;
	aio_context_t context = 0;
	struct io_event event;
	syscall(SYS_io_setup, 1, &context); /* @setup */
	signal(SIGALRM, jump);
	if (sigsetjmp(before, 1)) turns++;
	if (turns < 3) {
		ualarm(50000, 0);
		syscall(SYS_io_pgetevents, context, 1L, 1L, &event, NULL, NULL); /* @wait */
	}
	syscall(SYS_io_destroy, context); /* @end */
	return turns;
}
