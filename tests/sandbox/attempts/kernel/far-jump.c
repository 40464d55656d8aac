/* Jumps into a 32-bit code segment, where numbers of calls mean other calls.
 *
 * prints: before
 * ends: (refused i386 io_setup|signalled SIGSEGV)
 */
int main(void)
{
	puts("before");
	char *code = mmap(NULL, 4096, PROT_READ | PROT_WRITE | PROT_EXEC,
					  MAP_PRIVATE | MAP_ANONYMOUS | MAP_32BIT, -1, 0);
	memcpy(code, "\xb8\xf5\x00\x00\x00\xcd\x80", 7); /* mov $245, %eax; int $0x80 */
	struct { unsigned offset; unsigned short segment; } __attribute__((packed)) far = { (unsigned)(long)code, 0x23 };
	__asm__ volatile("ljmp *%0" : : "m"(far));
	puts("after");
}
