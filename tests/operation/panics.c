/* A kernel that knows its name, and does not boot. */
#include <stdio.h>
#include <string.h>

int main(int count, char **arguments)
{
	if (count > 1 && strcmp(arguments[1], "--version") == 0) {
		puts("6.1.0-panics");
		return 0;
	}
	fputs("Kernel panic - not syncing: no\033[31m root in /some/where/else\nCall Trace:\n", stderr);
	return 1;
}
