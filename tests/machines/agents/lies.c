/* An entry of a call that does not exist, whose captures claim to be longer than all memory. */
#include "false-agent.h"

int main(void)
{
	uint64_t words[32] = { 1, 1, 0x7fffffffffffffff };
	open_line();
	greet(PROTOCOL_VERSION);
	await_job();
	tell(started, "", 0);
	words[26] = UINT64_MAX;
	tell(entry, words, sizeof words);
	for (;;)
		pause();
}
