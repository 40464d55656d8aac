/* Submits vectors of a thousand pieces, with lengths that overflow, that lie in the ring of the
 * context and in the page above the stack.
 *
 * prints: thousand: 1
 * prints: too many: EINVAL
 * prints: overflow: EINVAL
 * prints: in the ring: (1|EFAULT|EINVAL)
 * prints: nowhere: EFAULT
 * ends: exited 0
 */
#include <sys/uio.h>
static aio_context_t context;
static long submit(void *vector, unsigned long count)
{
	struct iocb request = { .aio_lio_opcode = IOCB_CMD_PWRITEV, .aio_buf = (unsigned long)vector,
							.aio_nbytes = count, .aio_fildes = open("/dev/null", O_WRONLY) };
	struct iocb *list[] = { &request };
	return syscall(SYS_io_submit, context, 1L, list);
}
int main(void)
{
	static struct iovec vector[1024];
	static char byte;
	syscall(SYS_io_setup, 64, &context);
	for (int i = 0; i < 1024; i++) vector[i] = (struct iovec){ &byte, 1 };
	TRY("thousand", submit(vector, 1024));
	TRY("too many", submit(vector, 1025));
	vector[7].iov_len = -1;
	TRY("overflow", submit(vector, 16));
	TRY("in the ring", submit((void *)context, 2));
	TRY("nowhere", submit((void *)0x7ffffffff000, 9));
}
