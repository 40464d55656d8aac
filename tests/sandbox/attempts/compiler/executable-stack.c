/* Asks for an executable stack and a writable text, and jumps to what it wrote there: its own
 * affair.
 *
 * prints: 42
 * ends: exited 0
 */
#include <stdio.h>
__asm__(".section .note.GNU-stack,\"x\",@progbits\n.text");
static int apply(int (*function)(int), int value) { return function(value); }
int main(void)
{
	int added = 41;
	int add(int value) { return value + added; }
	printf("%d\n", apply(add, 1));
	return 0;
}
