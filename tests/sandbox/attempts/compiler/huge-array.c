/* Has an array of a gigabyte that costs the compiler nothing: the kernel cannot even start the
 * program.
 *
 * says: .*
 * ends: limit-exceeded memory
 */
#warning this proves that it was compiled
char huge[1 << 30];
int main(void)
{
	return huge[5];
}
