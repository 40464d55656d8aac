/* Includes the pipe through which the compiler waits for the rest of the snippet.
 *
 * says: .*(did not finish within its time limit|rest: No such file).*
 * ends: not-compiled
 */
#include <stdio.h>
#include "rest"
int main(void)
{
	return 0;
}
