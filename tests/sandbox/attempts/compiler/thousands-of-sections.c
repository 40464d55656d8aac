/* Has more sections, symbols and relocations than any program of a learner, so that reading the
 * file takes long.
 *
 * prints: 0
 * row: io_destroy = -1 EINVAL @([0-9]+|none)
 * ends: exited 0
 */
#include <stdio.h>
#include <sys/syscall.h>
#include <unistd.h>
__asm__(".set n, 0\n.altmacro\n.macro one number\n.section .s\\number,\"a\"\n.globl symbol\\number\n"
		"symbol\\number: .quad main\n.endm\n.rept 3000\none %n\n.set n, n + 1\n.endr\n.text");
int main(void)
{
	syscall(SYS_io_destroy, 1L);
	return printf("0\n") != 2;
}
