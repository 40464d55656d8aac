/* The largest and smallest counts that fit the registers.
 *
 * thread 1: io_setup = -1 EINVAL @setup x2
 * thread 1: io_setup = 0 @ok
 * thread 1: io_submit = 1 @submit
 * thread 1: io_submit = -1 EFAULT @submit-null
 * thread 1: io_submit = -1 EINVAL @submit-min
 * thread 1: io_getevents = 1 @wait
 * thread 1: io_getevents = 0 @wait
 * thread 1: io_getevents = -1 EINVAL @wait-min
 * thread 1: io_pgetevents = -1 EINVAL @wait-crossed
 * ends: exited 0
 */
#include <limits.h>
#include <linux/aio_abi.h>
#include <stdint.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <unistd.h>

int main(void)
{
	aio_context_t context = 0;
	struct io_event events[4];
	char byte;
	int fds[2];
	pipe(fds);
	write(fds[1], "x", 1);
	for (int i = 0; i < 2; i++) {
		syscall(SYS_io_setup, i ? UINT_MAX : 0x100000000UL, &context); /* @setup */
	}
	syscall(SYS_io_setup, 1, &context); /* @ok */
	struct iocb request = { .aio_lio_opcode = IOCB_CMD_PREAD, .aio_fildes = fds[0], .aio_buf = (uintptr_t)&byte, .aio_nbytes = 1 };
	char *page = mmap(NULL, 8192, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
	munmap(page + 4096, 4096);
	struct iocb **list = (struct iocb **)(page + 4096) - 1;
	*list = &request;
	syscall(SYS_io_submit, context, LONG_MAX, list); /* @submit */
	*list = NULL;
	syscall(SYS_io_submit, context, LONG_MAX, list); /* @submit-null */
	syscall(SYS_io_submit, context, LONG_MIN, list); /* @submit-min */
	for (int i = 0; i < 2; i++) {
		syscall(SYS_io_getevents, context, 0L, LONG_MAX, events, NULL); /* @wait */
	}
	syscall(SYS_io_getevents, context, LONG_MIN, LONG_MAX, events, NULL); /* @wait-min */
	syscall(SYS_io_pgetevents, context, LONG_MAX, 1L, events, NULL, NULL); /* @wait-crossed */
	return 0;
}
