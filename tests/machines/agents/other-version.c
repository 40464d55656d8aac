#include "false-agent.h"

int main(void)
{
	open_line();
	greet(99);
	for (;;)
		pause();
}
