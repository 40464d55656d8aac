/* Makes its calls with a stack pointer that points nowhere, into the kernel, and to no address at
 * all.
 *
 * prints: made: 2
 * rows: [34]
 * ends: (exited 0|signalled SIG(SEGV|BUS|ILL))
 */
static long call_on(unsigned long stack)
{
	long result = SYS_io_destroy;
	__asm__ volatile("mov %%rsp, %%r12\n mov %2, %%rsp\n syscall\n mov %%r12, %%rsp"
					 : "+a"(result) : "D"(1L), "r"(stack) : "rcx", "r11", "r12", "memory");
	return result;
}
int main(void)
{
	int made = 0;
	made += call_on(0) == -EINVAL;
	made += call_on(0x123456789000) == -EINVAL;
	printf("made: %d\n", made);
	/* The processor itself may not come back to such stacks. */
	call_on(0xffffffff81000001);
	call_on(0x8000000000000007);
}
