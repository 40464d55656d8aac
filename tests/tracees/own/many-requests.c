/* Three hundred requests and their events in one call each: more than the tape shows.
 *
 * thread 1: io_setup = 0 @setup
 * thread 1: io_submit = 300 @submit
 * thread 1: io_getevents = 300 @all
 * thread 1: io_getevents = 0 @none-left
 * ends: exited 0
 */
#include <linux/aio_abi.h>
#include <poll.h>
#include <sys/syscall.h>
#include <unistd.h>

enum { many = 300 };

int main(void)
{
	static struct iocb requests[many], *list[many];
	static struct io_event events[many];
	aio_context_t context = 0;
	int fds[2];
	pipe(fds);
	write(fds[1], "x", 1);
	for (int i = 0; i < many; i++) {
		requests[i] = (struct iocb){ .aio_lio_opcode = IOCB_CMD_POLL, .aio_fildes = fds[0], .aio_buf = POLLIN };
		list[i] = &requests[i];
	}
	syscall(SYS_io_setup, many, &context); /* @setup */
	syscall(SYS_io_submit, context, (long)many, list); /* @submit */
	syscall(SYS_io_getevents, context, (long)many, (long)many, events, NULL); /* @all */
	syscall(SYS_io_getevents, context, 0L, (long)many, events, NULL); /* @none-left */
	return 0;
}
