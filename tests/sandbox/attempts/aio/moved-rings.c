/* Holds more events than its share, by moving rings with mremap(2), which changes handles: a small
 * context is moved to where a large one was, so that destroying it looks like the end of the large
 * one.
 *
 * prints: moved: 1
 * prints: the next large one: EAGAIN
 * ends: exited 0
 */
static size_t bytes_of(aio_context_t context)
{
	unsigned events = ((unsigned *)context)[1];
	return (32 + events * 32UL + 4095) & ~4095UL;
}
static int move(aio_context_t context, void *to)
{
	size_t bytes = bytes_of(context);
	return mremap((void *)context, bytes, bytes, MREMAP_MAYMOVE | MREMAP_FIXED, to) == to;
}
int main(void)
{
	aio_context_t small = 0, large = 0, next = 0;
	syscall(SYS_io_setup, 1, &small);
	syscall(SYS_io_setup, 4000, &large);
	void *away = mmap(NULL, bytes_of(large), PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
	int moved = move(large, away) && move(small, (void *)large);
	TRY("moved", moved && syscall(SYS_io_destroy, large) == 0);
	TRY("the next large one", syscall(SYS_io_setup, 4000, &next));
}
