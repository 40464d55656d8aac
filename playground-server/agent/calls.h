/* The two sides of a call, and what a signal between them means. */
#pragma once

#include "job.h"
#include "tracees.h"

void handle_entry(struct tracee *tracee, const struct orders *orders);
void handle_exit(struct tracee *tracee);

/** Reports a signal that is about to be delivered, as tracer/handle-signal.ts does. */
void handle_signal(struct tracee *tracee, int signal);

/** Whether a filter of the program's may answer before ours: then every call is looked at. */
int is_stepping(void);
