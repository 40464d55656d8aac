/* Moves rings: the context goes by its new address, with all that waits in it, and is not a child's
 * to move; eight large ones, each moved and destroyed, are within the share of one.
 *
 * thread 1: io_setup = 0 @setup, io_submit = 1 @submit
 * thread 1: io_getevents = -1 EINVAL @old, io_getevents = 1 @new
 * thread 1: io_destroy = -1 EINVAL @destroy-old, io_destroy = 0 @destroy-new
 * thread 1: io_setup = 0 @large, io_destroy = 0 @destroy-large x8
 * ends: exited 0
 */
#define _GNU_SOURCE
#include <linux/aio_abi.h>
#include <stddef.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

static aio_context_t move(aio_context_t context)
{
	size_t bytes = (32 + ((unsigned *)context)[1] * 32UL + 4095) & ~4095UL;
	void *to = mmap(NULL, bytes, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
	return (aio_context_t)mremap((void *)context, bytes, bytes, MREMAP_MAYMOVE | MREMAP_FIXED, to);
}

int main(void)
{
	int ends[2];
	aio_context_t context = 0;
	struct io_event event;
	pipe(ends);
	struct iocb request = { .aio_fildes = ends[1], .aio_lio_opcode = IOCB_CMD_PWRITE, .aio_buf = (long)"x", .aio_nbytes = 1 };
	struct iocb *list[] = { &request };
	syscall(SYS_io_setup, 1, &context); /* @setup */
	syscall(SYS_io_submit, context, 1L, list); /* @submit */
	if (fork() == 0) _exit(move(context) != (aio_context_t)MAP_FAILED);
	int status;
	wait(&status);
	aio_context_t moved = move(context);
	syscall(SYS_io_getevents, context, 1L, 1L, &event, NULL); /* @old */
	syscall(SYS_io_getevents, moved, 1L, 1L, &event, NULL); /* @new */
	syscall(SYS_io_destroy, context); /* @destroy-old */
	syscall(SYS_io_destroy, moved); /* @destroy-new */
	for (int i = 0; i < 8; i++) {
		context = 0;
		syscall(SYS_io_setup, 1000, &context); /* @large */
		syscall(SYS_io_destroy, move(context)); /* @destroy-large */
	}
	return status;
}
