/* Names another program interpreter than the loader, so that the kernel does not start the
 * program: nothing of it runs, and nothing of ours breaks.
 *
 * complains: .*execvp /program: No such file or directory
 * says: .*
 * ends: exited 1
 */
#warning this proves that it was compiled
__asm__(".section .interp,\"a\",@progbits\n.asciz \"/work/loader\"\n.previous");
int main(void)
{
	return 0;
}
