/* Calls through libaio have the line that called the wrapper.
 *
 * thread 1: io_setup = -1 EINVAL @setup
 * thread 1: io_setup = 0 @init
 * thread 1: io_submit = -1 EBADF @submit
 * thread 1: io_getevents = 0 @wait
 * thread 1: io_pgetevents = 0 @masked
 * thread 1: io_cancel = -1 EINVAL @cancel
 * thread 1: io_destroy = 0 @release
 * ends: exited 0
 */
#include <libaio.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <time.h>

int main(void)
{
	io_context_t context = NULL;
	struct iocb request, *list[] = { &request };
	struct io_event event;
	struct timespec soon = { 0, 1000000 };
	sigset_t none;
	char buffer[1];
	sigemptyset(&none);
	printf("%d\n", io_setup(0, &context)); /* @setup */
	printf("%d\n", io_queue_init(1, &context)); /* @init */
	io_prep_pread(&request, -1, buffer, 1, 0);
	printf("%d\n", io_submit(context, 1, list)); /* @submit */
	printf("%d\n", io_getevents(context, 1, 1, &event, &soon)); /* @wait */
	printf("%d\n", io_pgetevents(context, 1, 1, &event, &soon, &none)); /* @masked */
	printf("%d\n", io_cancel(context, &request, &event)); /* @cancel */
	printf("%d\n", io_queue_release(context)); /* @release */
	return 0;
}
