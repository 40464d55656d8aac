/* An entry of a call that does not exist, whose captures claim to be longer than all memory. */
#include "false-agent.h"

int main(void)
{
	uint64_t words[4 + 27 + 3] = { 1 };
	open_line();
	greet(PROTOCOL_VERSION);
	await_job();
	begin();
	words[4 + 15] = 0x7fffffffffffffff;
	words[4 + 27] = 1;
	words[4 + 27 + 2] = UINT64_MAX;
	tell(entry, words, sizeof words);
	for (;;)
		pause();
}
