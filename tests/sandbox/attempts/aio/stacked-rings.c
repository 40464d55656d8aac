/* Holds more events than its share, by giving two contexts one handle: the ring of a large one is
 * unmapped, and that of a small one moved to its place. The number in a ring, which the program can
 * write, says which of the two io_destroy ends.
 *
 * prints: the small one is gone: 0
 * prints: the next large one: EAGAIN
 * prints: the large one is gone, too: 0
 * prints: now there is room: 0
 * ends: exited 0
 */
int main(void)
{
	aio_context_t small = 0, large = 0, next = 0;
	syscall(SYS_io_setup, 4000, &large);
	syscall(SYS_io_setup, 1, &small);
	unsigned *ring = (unsigned *)large;
	unsigned number = ring[0];
	munmap(ring, (32 + ring[1] * 32UL + 4095) & ~4095UL);
	mremap((void *)small, 4096, 4096, MREMAP_MAYMOVE | MREMAP_FIXED, ring);
	TRY("the small one is gone", syscall(SYS_io_destroy, large));
	TRY("the next large one", syscall(SYS_io_setup, 4000, &next));
	mmap(ring, 4096, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_FIXED, -1, 0);
	ring[0] = number;
	TRY("the large one is gone, too", syscall(SYS_io_destroy, large));
	TRY("now there is room", syscall(SYS_io_setup, 4000, &next));
}
