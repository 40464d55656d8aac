/* Pointers to nowhere, to the kernel, beyond the address space, and across the end of a page.
 *
 * thread 1: io_setup = -1 EFAULT @setup x5
 * thread 1: io_setup = 0 @ok
 * thread 1: io_submit = -1 EFAULT @list x5
 * thread 1: io_submit = -1 EFAULT @iocb x5
 * thread 1: io_submit = 1 @fill
 * thread 1: io_getevents = -1 EFAULT @events x5
 * thread 1: io_getevents = -1 EFAULT @timeout x5
 * thread 1: io_pgetevents = -1 EFAULT @sigset x5
 * thread 1: io_cancel = -1 EFAULT @cancel x5
 * thread 1: io_destroy = -1 EINVAL @destroy x5
 * ends: exited 0
 */
#include <linux/aio_abi.h>
#include <stdint.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <unistd.h>

int main(void)
{
	aio_context_t context = 0;
	char byte = 0;
	int fds[2];
	pipe(fds);
	char *page = mmap(NULL, 8192, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
	mprotect(page + 4096, 4096, PROT_NONE);
	uintptr_t bad[] = { 1, 0xffffffff81000000, 0x8000000000000000, UINTPTR_MAX, (uintptr_t)page + 4093 };
	for (int i = 0; i < 5; i++) syscall(SYS_io_setup, 1, bad[i]); /* @setup */
	syscall(SYS_io_setup, 1, &context); /* @ok */
	for (int i = 0; i < 5; i++) syscall(SYS_io_submit, context, 1L, bad[i]); /* @list */
	for (int i = 0; i < 5; i++) {
		struct iocb *list[] = { (struct iocb *)bad[i] };
		syscall(SYS_io_submit, context, 1L, list); /* @iocb */
	}
	struct iocb request = { .aio_lio_opcode = IOCB_CMD_PWRITE, .aio_fildes = fds[1], .aio_buf = (uintptr_t)&byte, .aio_nbytes = 1 };
	struct iocb *list[] = { &request };
	syscall(SYS_io_submit, context, 1L, list); /* @fill */
	for (int i = 0; i < 5; i++) syscall(SYS_io_getevents, context, 0L, 1L, bad[i], NULL); /* @events */
	for (int i = 0; i < 5; i++) syscall(SYS_io_getevents, context, 0L, 1L, NULL, bad[i]); /* @timeout */
	for (int i = 0; i < 5; i++) syscall(SYS_io_pgetevents, context, 0L, 1L, NULL, NULL, bad[i]); /* @sigset */
	for (int i = 0; i < 5; i++) syscall(SYS_io_cancel, context, bad[i], NULL); /* @cancel */
	for (int i = 0; i < 5; i++) syscall(SYS_io_destroy, bad[i]); /* @destroy */
	return 0;
}
