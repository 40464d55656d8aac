/* Leaves as many AIO contexts behind as it may have, in children with requests that never finish:
 * the host has one limit on them for all.
 *
 * prints: full: EAGAIN
 * runs: 2
 * ends: exited 0
 */
#include <poll.h>
int main(void)
{
	int ends[2], ready[2];
	pipe(ends);
	pipe(ready);
	for (int i = 0; i < 4; i++) {
		if (fork()) continue;
		aio_context_t context = 0;
		struct iocb poll = { .aio_fildes = ends[0], .aio_lio_opcode = IOCB_CMD_POLL, .aio_buf = POLLIN };
		struct iocb *list[] = { &poll };
		syscall(SYS_io_setup, 1024, &context);
		syscall(SYS_io_submit, context, 1L, list);
		write(ready[1], "x", 1);
		for (;;) pause();
	}
	for (int i = 0; i < 4; i++) read(ready[0], &(char){ 0 }, 1);
	aio_context_t one = 0;
	TRY("full", syscall(SYS_io_setup, 1024, &one));
}
