/* An agent that cannot set its machine up, and says so. */
#include "false-agent.h"

int main(void)
{
	struct {
		uint64_t errno_;
		char what[8];
	} why = { 12, "fork" };
	open_line();
	tell(trouble, &why, 12);
	tcdrain(line);
	return 1;
}
