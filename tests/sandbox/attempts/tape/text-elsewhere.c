/* Makes its calls from text that no file holds, after it took its own text away.
 *
 * prints: from new text: -22
 * row: io_destroy = -1 EINVAL @([0-9]+|none)
 * row: io_destroy = -1 EINVAL @([0-9]+|none)
 * ends: (signalled SIGSEGV|exited 0)
 */
int main(void)
{
	unsigned char *text = mmap(NULL, 4096, PROT_READ | PROT_WRITE | PROT_EXEC, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
	memcpy(text, "\xb8\xcf\0\0\0\x0f\x05\xc3", 8); /* mov $207, %eax; syscall; ret */
	long (*call)(long) = (void *)text;
	printf("from new text: %ld\n", call(1));
	/* munmap(main), then the call again: */
	memcpy(text + 8, "\xb8\x0b\0\0\0\x0f\x05\xb8\xcf\0\0\0\x0f\x05\xf4", 15);
	void (*last)(unsigned long, long) = (void *)(text + 8);
	last((unsigned long)main & -4096, 8192);
}
