/* Fills its stack with addresses of other lines before it calls through a jump: the line on the
 * tape may be wrong, and nothing else.
 *
 * prints: called: -22
 * row: io_destroy = -1 EINVAL @([0-9]+|none)
 * ends: exited 0
 */
static void elsewhere(void)
{
	puts("never called");
}
int main(void)
{
	unsigned long false_stack[64], *top = false_stack + 32;
	long result = SYS_io_destroy;
	for (int i = 0; i < 64; i++) false_stack[i] = (unsigned long)elsewhere + 9 + i % 16;
	unsigned char *call = mmap(NULL, 4096, PROT_READ | PROT_WRITE | PROT_EXEC, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
	memcpy(call, "\x0f\x05\xff\xe3", 4); /* syscall; jmp *%rbx */
	__asm__ volatile("mov %%rsp, %%r12\n mov %2, %%rsp\n lea 1f(%%rip), %%rbx\n jmp *%3\n1: mov %%r12, %%rsp"
					 : "+a"(result) : "D"(1L), "r"(top), "r"(call) : "rbx", "rcx", "r11", "r12", "memory");
	printf("called: %ld\n", result);
}
