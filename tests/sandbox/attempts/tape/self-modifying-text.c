/* Rewrites its own text while it runs, through mprotect and through /proc/self/mem: the line on
 * the tape is that of the text it had.
 *
 * prints: patched: 1
 * prints: by mprotect: 39
 * prints: written: 1
 * prints: by mem: 40
 * row: io_destroy = -1 EINVAL @([0-9]+|none)
 * row: io_destroy = -1 EINVAL @([0-9]+|none)
 * ends: exited 0
 */
__asm__(".globl patch\n.globl number\npatch: push %rdi\n mov $1, %edi\n mov $207, %eax\n syscall\n"
		" mov $0, %eax\nnumber = . - 4\n pop %rdi\n ret");
extern char patch[], number[];
extern int answer(void) __asm__("patch");
int main(void)
{
	unsigned long page = (unsigned long)number & -4096;
	int new_number = 39;
	TRY("patched", mprotect((void *)page, 8192, PROT_READ | PROT_WRITE | PROT_EXEC) + 1);
	memcpy(number, &new_number, 4);
	printf("by mprotect: %d\n", answer());
	mprotect((void *)page, 8192, PROT_READ | PROT_EXEC);
	new_number = 40;
	int memory = open("/proc/self/mem", O_RDWR);
	TRY("written", pwrite(memory, &new_number, 4, (long)number) == 4);
	printf("by mem: %d\n", answer());
}
