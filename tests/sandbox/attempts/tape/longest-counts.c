/* Asks for LONG_MAX events into one page, and submits LONG_MAX requests from a list of one.
 *
 * prints: submit: EBADF
 * prints: negative: EINVAL
 * prints: events: 1
 * prints: more than there are: 0
 * prints: both ends: EINVAL
 * ends: exited 0
 */
#include <limits.h>
int main(void)
{
	aio_context_t context = 0;
	static struct io_event events[8];
	struct iocb bad = { .aio_fildes = -1 }, good = { .aio_fildes = open("/dev/null", O_WRONLY), .aio_lio_opcode = IOCB_CMD_PWRITE };
	struct iocb *list[] = { &bad }, *one[] = { &good };
	syscall(SYS_io_setup, 8, &context);
	TRY("submit", syscall(SYS_io_submit, context, LONG_MAX, list));
	TRY("negative", syscall(SYS_io_submit, context, LONG_MIN, list));
	syscall(SYS_io_submit, context, 1L, one);
	TRY("events", syscall(SYS_io_getevents, context, 1L, LONG_MAX, events, NULL));
	TRY("more than there are", syscall(SYS_io_getevents, context, LONG_MAX, LONG_MAX, events, &(struct timespec){ 0, 1000 }));
	TRY("both ends", syscall(SYS_io_getevents, context, LONG_MAX, LONG_MIN, events, NULL));
}
