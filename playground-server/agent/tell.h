/* The records of a run: calls, signals, output, where code is. */
#pragma once

#include "job.h"
#include "tracees.h"

/** Begins: `output` are the read ends of the program's, which become -1 when it has closed them. */
void tell_by(const struct orders *orders, int output[2]);

void tell_entry(const struct tracee *tracee);
void tell_exit(const struct tracee *tracee, const struct call *call, int64_t result,
               uint64_t elapsed_ns);
void tell_signal(const struct tracee *tracee, const struct user_regs_struct *at, int signal);

/** What the program has written so far comes before what is told next. */
void tell_output(void);

/** Some thread has changed where its code is. */
void forget_maps(void);
