/* Includes files of the host by the directives of the assembler, as text and as bytes.
 *
 * says: .+etc.shadow.*
 * ends: not-compiled
 */
__asm__(".include \"/etc/shadow\"");
__asm__(".incbin \"/proc/self/environ\"");
__asm__(".incbin \"/root/.ssh/id_rsa\"");
int main(void)
{
	return 0;
}
