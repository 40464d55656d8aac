/* Names each file of its line table by 255 columns that all lead to one long string, read again
 * each time.
 *
 * prints: done
 * row: io_destroy = -1 EINVAL @([0-9]+|none)
 * ends: exited 0
 */
__asm__(".pushsection .debug_line_str,\"MS\",@progbits,1\nbomb: .fill 1000, 1, 65\n.byte 0\n.popsection\n"
		".pushsection .debug_line,\"\",@progbits\n"
		".long 400000\n.short 5\n.byte 8,0\n.long 399988\n.byte 1,1,1,-5,14,1\n"
		".byte 255\n.rept 255\n.byte 1,0x1f\n.endr\n.uleb128 390\n"
		".rept 99450\n.long bomb\n.endr\n.popsection");
/* The assembler reserves .debug_line for itself if the compiler asks for lines: so nothing that the
 * compiler wrote is assembled, and the program is written by hand. */
__asm__(".text\n.globl main\nmain: push %rbx\n mov $207, %edi\n mov $1, %esi\n call syscall\n"
		" lea done(%rip), %rdi\n call puts\n xor %eax, %eax\n pop %rbx\n ret\n"
		".section .rodata\ndone: .asciz \"done\"\n.text\n.if 0");
__asm__(".endif");
