/* Linked into every program: stdout is a pipe, yet prints line by line as on a terminal. */
#include <stdio.h>

__attribute__((constructor)) static void line_buffer_stdout(void)
{
	setvbuf(stdout, NULL, _IOLBF, 0);
}
