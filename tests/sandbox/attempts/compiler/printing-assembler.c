/* Prints with the assembler, whose output would stand before the program and make an executable of
 * its choice.
 *
 * prints: an ordinary program
 * ends: exited 0
 */
#include <stdio.h>
__asm__(".print \"#!/lib64/ld-linux-x86-64.so.2\"");
int main(void)
{
	puts("an ordinary program");
	return 0;
}
