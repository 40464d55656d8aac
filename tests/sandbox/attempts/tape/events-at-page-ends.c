/* Has events stored where the array runs out of its page, into memory that is read-only, and into
 * the ring they come from.
 *
 * prints: page end: 1
 * prints: rest: (EFAULT|0|1)
 * prints: read-only: EFAULT
 * prints: into the ring: -?[0-9A-Z]+
 * ends: exited 0
 */
static aio_context_t context;
static void submit(int count)
{
	static struct iocb request = { .aio_lio_opcode = IOCB_CMD_PWRITE };
	struct iocb *list[] = { &request };
	request.aio_fildes = open("/dev/null", O_WRONLY);
	while (count--) syscall(SYS_io_submit, context, 1L, list);
}
static long reap(void *events)
{
	return syscall(SYS_io_getevents, context, 0L, 4L, events, NULL);
}
int main(void)
{
	char *page = mmap(NULL, 8192, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
	munmap(page + 4096, 4096);
	syscall(SYS_io_setup, 64, &context);
	submit(1);
	TRY("page end", reap(page + 4096 - 32));
	submit(2);
	TRY("rest", reap(page + 4096 - 40));
	mprotect(page, 4096, PROT_READ);
	submit(2);
	TRY("read-only", reap(page));
	TRY("into the ring", reap((void *)context));
}
