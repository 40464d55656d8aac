#include "false-agent.h"

int main(void)
{
	char text[2000];
	memset(text, 'x', sizeof text - 1);
	text[sizeof text - 1] = 0;
	open_line();
	greet(PROTOCOL_VERSION);
	await_job();
	begin();
	for (;;)
		say(text);
}
