/* Names things in other scripts, by characters that look like others, with directions reversed: a
 * Trojan source.
 *
 * prints: привет, мир
 * prints: 3
 * ends: exited 0
 */
#include <stdio.h>
static int сумма(int 左, int right) { return 左 + right; }
int main(void)
{
	const char *приветствие = "привет, мир";
	/*‮ } ⁦if (admin)⁩ ⁦ begin admins only */
	puts(приветствие);
	printf("%d\n", сумма(1, 2));
	return 0;
}
