/* Passes lists of requests that lie nowhere, in the kernel, across the end of a page, within
 * themselves, and in a file that was cut off.
 *
 * prints: nowhere: EFAULT
 * prints: kernel: EFAULT
 * prints: no address: EFAULT
 * prints: end of the world: EFAULT
 * prints: page end: EBADF
 * prints: itself: (EINVAL|EBADF|EFAULT)
 * prints: cut off: EFAULT
 * prints: many: EFAULT
 * ends: exited 0
 */
int main(void)
{
	aio_context_t context = 0;
	struct iocb request = { .aio_fildes = -1 };
	syscall(SYS_io_setup, 8, &context);
	char *page = mmap(NULL, 8192, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
	munmap(page + 4096, 4096);
	struct iocb **last = (void *)(page + 4088);
	*last = &request;
	TRY("nowhere", syscall(SYS_io_submit, context, 3L, 0x123456789000L));
	TRY("kernel", syscall(SYS_io_submit, context, 3L, 0xffffffff81000000L));
	TRY("no address", syscall(SYS_io_submit, context, 3L, 0x8000000000000000L));
	TRY("end of the world", syscall(SYS_io_submit, context, 3L, -8L));
	TRY("page end", syscall(SYS_io_submit, context, 2L, last));
	struct iocb *self[8] = { 0 };
	for (int i = 0; i < 8; i++) self[i] = (void *)self;
	TRY("itself", syscall(SYS_io_submit, context, 8L, self));
	int file = open("cut", O_CREAT | O_RDWR, 0600);
	ftruncate(file, 4096);
	struct iocb **cut = mmap(NULL, 4096, PROT_READ | PROT_WRITE, MAP_SHARED, file, 0);
	cut[0] = &request;
	ftruncate(file, 0);
	TRY("cut off", syscall(SYS_io_submit, context, 8L, cut));
	TRY("many", syscall(SYS_io_submit, context, 1000000000L, 16L));
}
