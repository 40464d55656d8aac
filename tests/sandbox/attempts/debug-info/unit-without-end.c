/* Adds a unit to its line table that claims to be longer than any file, in the 64-bit format.
 *
 * prints: done
 * row: io_destroy = -1 EINVAL @([0-9]+|none)
 * ends: exited 0
 */
__asm__(".pushsection .debug_line,\"\",@progbits\n"
		".long 0xffffffff\n.quad 0x7fffffffffffffff\n.short 5\n.fill 64, 1, 0xff\n.popsection");
/* The assembler reserves .debug_line for itself if the compiler asks for lines: so nothing that the
 * compiler wrote is assembled, and the program is written by hand. */
__asm__(".text\n.globl main\nmain: push %rbx\n mov $207, %edi\n mov $1, %esi\n call syscall\n"
		" lea done(%rip), %rdi\n call puts\n xor %eax, %eax\n pop %rbx\n ret\n"
		".section .rodata\ndone: .asciz \"done\"\n.text\n.if 0");
__asm__(".endif");
