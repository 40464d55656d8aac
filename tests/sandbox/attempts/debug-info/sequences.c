/* Adds sequences of one instruction each, ten thousand of them, over the same text.
 *
 * prints: done
 * row: io_destroy = -1 EINVAL @([0-9]+|none)
 * ends: exited 0
 */
__asm__(".pushsection .debug_line,\"\",@progbits\n"
		"1: .long 3f - 2f\n2: .short 4\n.long 5f - 4f\n4: .byte 1,1,1,-5,14,13,0,1,1,1,1,0,0,0,1,0,0,1,0\n"
		".asciz \"snippet.c\"\n.byte 0,0,0,0\n5: .rept 10000\n.byte 0,9,2\n.quad main\n.byte 1,2,1,0,1,1\n.endr\n3:\n.popsection");
/* The assembler reserves .debug_line for itself if the compiler asks for lines: so nothing that the
 * compiler wrote is assembled, and the program is written by hand. */
__asm__(".text\n.globl main\nmain: push %rbx\n mov $207, %edi\n mov $1, %esi\n call syscall\n"
		" lea done(%rip), %rdi\n call puts\n xor %eax, %eax\n pop %rbx\n ret\n"
		".section .rodata\ndone: .asciz \"done\"\n.text\n.if 0");
__asm__(".endif");
