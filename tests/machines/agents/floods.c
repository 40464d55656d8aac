#include "false-agent.h"

int main(void)
{
	char bytes[4096];
	memset(bytes, 0xff, sizeof bytes);
	open_line();
	for (;;)
		write(line, bytes, sizeof bytes);
}
