/* Gives itself a name that looks like the rest of its row in /proc, where the server reads how
 * much CPU time it used.
 *
 * prints: named: 0
 * ends: limit-exceeded (cpu-time|wall-time)
 */
#include <sys/prctl.h>
int main(void)
{
	TRY("named", prctl(PR_SET_NAME, ") R 1 1\n0 0 0 0", 0, 0, 0));
	sigset_t all;
	sigfillset(&all);
	sigprocmask(SIG_BLOCK, &all, NULL);
	for (;;);
}
