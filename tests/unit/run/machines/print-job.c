/* Prints what the agent finds in a job, by the agent's own structures, where the agent has it. */
#include "agent.h"

#include <stdio.h>
#include <sys/mman.h>

static void print_takes(const struct instruction *each, const char *of, int nr)
{
	for (; each->kind == take_each; each++) {
		printf("%s %d:", of, nr);
		for (const struct instruction *next = (void *)each->value; next->kind != take_end; next++) {
			printf(" %u,%d,%lu", next->kind, next->width, next->kind == take_each ? 0 : next->value);
			if (next->kind == take_if)
				for (int left = next->width; left > 0; left--)
					printf("|%ld", (++next)->value);
		}
		printf("\n");
	}
}

int main(void)
{
	void *at = mmap((void *)job_address, most_job, PROT_READ | PROT_WRITE,
	                MAP_PRIVATE | MAP_ANONYMOUS | MAP_FIXED, -1, 0);
	const struct job *job = at;
	fread(at, 1, most_job, stdin);
	printf("version %lu\n", job->version);
	for (uint64_t i = 0; i < job->steps->count; i++) {
		const struct step *step = &job->steps->steps[i];
		printf("step %lu %s %lu %lu\n", step->number, step->what ? step->what : "-", step->args[0],
		       *(uint64_t *)step->args[1]);
	}
	print_takes(job->at_signal, "signal", 0);
	for (int nr = 0; nr < no_call; nr++) {
		const struct plan *plan = &job->plans[nr];
		if (plan->entry == NULL && !plan->adds_filter)
			continue;
		printf("plan %d asks %u wait %u filter %u quiet %u\n", nr, plan->asks, plan->is_wait,
		       plan->adds_filter, plan->is_quiet);
		if (plan->entry == NULL)
			continue;
		print_takes(plan->entry, "entry", nr);
		print_takes(plan->exit, "exit", nr);
	}
	return job->plans[no_call].entry != NULL;
}
