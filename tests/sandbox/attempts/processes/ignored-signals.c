/* Sends itself signals that are ignored, which make no rows but a stop each for the tracer, from
 * several processes at once.
 *
 * prints: before
 * ends: limit-exceeded (cpu-time|wall-time)
 */
int main(void)
{
	puts("before");
	for (int i = 0; i < 3; i++)
		if (fork() == 0) break;
	for (;;) kill(0, SIGWINCH);
}
