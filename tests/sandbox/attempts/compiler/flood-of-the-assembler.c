/* Makes the assembler say sixty thousand times what looks like the JSON of the compiler: each line
 * once cost the server the whole snippet.
 *
 * says: .*
 * ends: (exited 0|not-compiled)
 */
__asm__(".rept 60000\n.warning \"\\n[\"\n.endr");
int main(void)
{
	return 0;
}
