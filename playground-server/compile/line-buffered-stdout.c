/* Linked into every program: its stdout is a pipe, yet shows each line as a terminal would. */
#include <stdio.h>

__attribute__((constructor)) static void line_buffer_stdout(void)
{
	setvbuf(stdout, NULL, _IOLBF, 0);
}
