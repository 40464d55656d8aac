/* The threads of a program, and what is known of each. */
#pragma once

#include "agent.h"

#include <sys/types.h>
#include <sys/user.h>

/** A call between its two sides. */
struct call {
    struct user_regs_struct at;
    const struct plan *plan;
    uint64_t number, entered_ns;
};

struct tracee {
    pid_t pid;
    uint32_t thread, space;
    int is_inside;
    /** the calls that it is in, and that a signal interrupted; a number of 0 is none */
    struct call pending, open;
};

/** Null if nobody has that pid; with 0, one that is free. */
struct tracee *tracee_of(pid_t pid);

/** Adds a thread, or gives one its address space; null if there is no room for it. */
struct tracee *adopt(pid_t pid, uint32_t space);

void forget(struct tracee *tracee);

/** Number of an address space that nobody has had. */
uint32_t new_space(void);

/** Threads that are alive. */
uint32_t tracee_count(void);

/** The thread that called execve(2) goes on under the pid of its process. */
void renew(pid_t pid, pid_t former);
