/* Tells the linker by symbols, versions and sections to read other files and to put its program
 * elsewhere.
 *
 * prints: linked
 * ends: exited 0
 */
#include <stdio.h>
__asm__(".section .deplibs,\"MS\",@llvm_dependent_libraries,1\n.asciz \"/etc/passwd\"\n.previous");
__asm__(".section .linker-options,\"e\",@0x6fff4c01\n.asciz \"-o\"\n.asciz \"/work/elsewhere\"\n.previous");
__asm__(".section .drectve,\"\"\n.asciz \"-T/etc/passwd\"\n.previous");
__asm__(".section .gnu.warning.main\n.asciz \"INPUT(/etc/passwd)\"\n.previous");
int main(void)
{
	puts("linked");
	return 0;
}
