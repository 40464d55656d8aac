/* Copies what a plan names of a stopped tracee's memory into the current record. */
#pragma once

#include "agent.h"

#include <sys/types.h>

/** A thread at a stop, as plans see it. */
struct standing {
    pid_t pid;
    /** address space, for what earlier calls noted */
    uint32_t space;
    uint64_t args[6];
    int64_t result;
    int has_result;
    uint64_t stack_pointer;
};

/** Carries out the takes from `first` to before `next`. */
void capture(const struct standing *at, const struct take *takes, uint32_t first, uint32_t next);
