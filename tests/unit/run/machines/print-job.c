/* Prints what the agent finds in a job, by the agent's own structures. */
#include "agent.h"

#include <stdio.h>
#include <string.h>
#include <linux/filter.h>

static char file[1 << 20];

int main(void)
{
	fread(file, 1, sizeof file, stdin);
	const struct job *job = (const struct job *)file;
	const struct limit *limits = (const struct limit *)(job + 1);
	const struct plan *plans = (const struct plan *)(limits + job->limits);
	const struct take *takes = (const struct take *)(plans + job->plans);
	const struct sock_filter *filter = (const struct sock_filter *)(takes + job->takes);
	printf("%.8s %u disk %u threads %u user %u\n", job->magic, job->version, job->has_disk, job->most_threads,
	       job->user);
	for (uint32_t i = 0; i < job->limits; i++)
		printf("limit %lu %lu %lu\n", limits[i].resource, limits[i].soft, limits[i].hard);
	for (uint32_t i = 0; i < job->plans; i++)
		printf("plan %u refusal %u entry %u exit %u\n", plans[i].nr, plans[i].refusal,
		       plans[i].entry_next - plans[i].entry_first, plans[i].exit_next - plans[i].exit_first);
	for (uint32_t i = 0; i < job->takes; i++)
		printf("take from %d type %d at %d bytes %lu count %lu of %d when %u of %lu note %u each %u\n",
		       takes[i].at.from, takes[i].at.type, takes[i].at.at, takes[i].element_bytes,
		       takes[i].count, takes[i].has_count ? (int)takes[i].count_of.from : -1,
		       takes[i].has_when, takes[i].when.count, takes[i].has_note,
		       takes[i].next - takes[i].first);
	for (uint32_t i = 0; i < job->instructions; i++)
		printf("filter %x %u\n", filter[i].code, filter[i].k);
	printf("program %.*s\n", (int)job->program_bytes, file + job->program_offset);
	return job->program_offset % 4096;
}
