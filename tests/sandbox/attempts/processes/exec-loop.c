/* Executes itself again without end, so that the tracer renews what it knows a thousand times.
 *
 * prints: before
 * ends: limit-exceeded (cpu-time|wall-time)
 */
int main(int argc, char **argv)
{
	if (argc == 1) write(1, "before\n", 7);
	execl("/proc/self/exe", "program", "again", NULL);
}
