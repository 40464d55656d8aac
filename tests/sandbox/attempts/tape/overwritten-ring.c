/* Writes nonsense into the ring that it shares with the kernel: heads, tails, sizes and the number
 * of the context.
 *
 * prints: head: -?[0-9A-Z]+
 * prints: number of events: -?[0-9A-Z]+
 * prints: destroyed: (0|EINVAL)
 * prints: alive: 1
 * ends: exited 0
 */
int main(void)
{
	aio_context_t context = 0;
	struct io_event events[4];
	struct timespec soon = { 0, 1000 };
	syscall(SYS_io_setup, 4, &context);
	unsigned *ring = (unsigned *)context;
	ring[2] = 0xfffffff0;
	TRY("head", syscall(SYS_io_getevents, context, 0L, 4L, events, &soon));
	ring[1] = 0x7fffffff;
	ring[3] = 0x80000000;
	TRY("number of events", syscall(SYS_io_getevents, context, 0L, 4L, events, &soon));
	ring[0] = 0x41414141;
	TRY("destroyed", syscall(SYS_io_destroy, context));
	munmap(ring, 4096);
	puts("alive: 1");
}
