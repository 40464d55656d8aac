/* Has an array of three gigabytes that costs the compiler nothing: the kernel cannot even start the
 * program.
 *
 * says: .*
 * ends: limit-exceeded memory
 */
#warning this proves that it was compiled
__asm__(".section .lbss, \"awl\", @nobits\n"
	".skip 3 << 30\n"
	".previous");
int main(void)
{
	return 0;
}
