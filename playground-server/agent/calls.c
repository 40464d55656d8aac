#define _GNU_SOURCE
#include "calls.h"
#include "tell.h"

#include <errno.h>
#include <signal.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ptrace.h>
#include <sys/syscall.h>
#include <time.h>

/** Results that only a tracer sees: the call is made again, unless a handler runs; signal(7). */
enum { first_restart = 512, last_restart = 516, no_restart = 515 };

static uint64_t calls;
static int stepping;

static uint64_t now_ns(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return now.tv_sec * UINT64_C(1000000000) + now.tv_nsec;
}

int is_stepping(void)
{
    return stepping;
}

static const struct plan *plan_of(const struct orders *orders, uint64_t nr)
{
    for (uint32_t i = 0; i < orders->job->plans; i++)
        if (orders->plans[i].nr == nr)
            return &orders->plans[i];
    return NULL;
}

static void close_call(struct tracee *tracee)
{
    struct call open = tracee->open;
    tracee->open.number = 0;
    if (open.number != 0)
        tell_exit(tracee, &open, -EINTR, now_ns() - open.entered_ns);
}

void handle_entry(struct tracee *tracee, const struct orders *orders)
{
    struct call *call = &tracee->pending, *open = &tracee->open;
    struct user_regs_struct at;
    if (ptrace(PTRACE_GETREGS, tracee->pid, NULL, &at) != 0)
        return;
    tracee->is_inside = 1;
    if (open->number != 0 && open->at.orig_rax == at.orig_rax && open->at.rip == at.rip) {
        // The program knows of one call only, and so does the tape.
        *call = *open;
        open->number = 0;
        return;
    }
    close_call(tracee);
    *call = (struct call){ .at = at, .plan = plan_of(orders, at.orig_rax) };
    if (call->plan != NULL) {
        call->number = ++calls;
        tell_entry(tracee);
        if (call->plan->refusal != 0)
            ptrace(PTRACE_POKEUSER, tracee->pid, offsetof(struct user, regs.orig_rax), -1L);
    }
    call->entered_ns = now_ns();
}

void handle_exit(struct tracee *tracee)
{
    struct call call = tracee->pending;
    struct user_regs_struct at;
    if (ptrace(PTRACE_GETREGS, tracee->pid, NULL, &at) != 0)
        return;
    int64_t result = at.rax;
    uint64_t elapsed_ns = now_ns() - call.entered_ns;
    tracee->is_inside = 0;
    tracee->pending.number = 0;
    if (call.number == 0) {
        // The filter picks it because it may have changed where code is, or added a filter.
        forget_maps();
        stepping |= call.at.orig_rax == SYS_seccomp || call.at.orig_rax == SYS_prctl;
        return;
    }
    if (call.plan->refusal != 0) {
        result = -(int64_t)call.plan->refusal;
        ptrace(PTRACE_POKEUSER, tracee->pid, offsetof(struct user, regs.rax), result);
    }
    if (-result >= first_restart && -result <= last_restart && -result != no_restart)
        tracee->open = call;
    else
        tell_exit(tracee, &call, result, elapsed_ns);
}

/** Whether a handler of the program's is about to run; proc_pid_status(5). */
static int catches(pid_t pid, int signal)
{
    char path[32], row[256];
    uint64_t caught = 0;
    snprintf(path, sizeof path, "/proc/%d/status", pid);
    FILE *status = fopen(path, "re");
    while (status != NULL && fgets(row, sizeof row, status) != NULL)
        if (strncmp(row, "SigCgt:", 7) == 0)
            caught = strtoull(row + 7, NULL, 16);
    if (status != NULL)
        fclose(status);
    return caught >> (signal - 1) & 1;
}

static int is_ignored_by_default(int signal)
{
    return signal == SIGCHLD || signal == SIGCONT || signal == SIGURG || signal == SIGWINCH;
}

void handle_signal(struct tracee *tracee, int signal)
{
    struct user_regs_struct at;
    int is_ignored = is_ignored_by_default(signal);
    int is_caught = (tracee->open.number != 0 || is_ignored) && catches(tracee->pid, signal);
    if (ptrace(PTRACE_GETREGS, tracee->pid, NULL, &at) != 0)
        return;
    if (is_caught || !is_ignored)
        tell_signal(tracee, &at, signal);
    if (is_caught)
        close_call(tracee);
}
