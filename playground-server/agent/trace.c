#define _GNU_SOURCE
#include "trace.h"
#include "calls.h"
#include "record.h"
#include "tell.h"
#include "tracees.h"

#include <poll.h>
#include <sched.h>
#include <signal.h>
#include <stdio.h>
#include <sys/ptrace.h>
#include <sys/signalfd.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

static const struct orders *orders;
static pid_t main_pid;
static int has_started;

/** Whether the new thread shares the memory of the one that made it; clone(2). */
static int shares_memory(pid_t parent)
{
    struct user_regs_struct at;
    if (ptrace(PTRACE_GETREGS, parent, NULL, &at) != 0)
        return 0;
    if (at.orig_rax == SYS_vfork)
        return 1;
    if (at.orig_rax == SYS_clone)
        return (at.rdi & CLONE_VM) != 0;
    if (at.orig_rax != SYS_clone3)
        return 0;
    return (ptrace(PTRACE_PEEKDATA, parent, at.rdi, NULL) & CLONE_VM) != 0;
}

static void handle_birth(const struct tracee *parent)
{
    unsigned long child = 0;
    if (ptrace(PTRACE_GETEVENTMSG, parent->pid, NULL, &child) != 0)
        return;
    const struct tracee *adopted =
        adopt(child, shares_memory(parent->pid) ? parent->space : new_space());
    if (adopted == NULL || tracee_count() > orders->job->most_threads) {
        begin_record(record_too_many);
        send_record();
    }
}

static void handle_exec(pid_t pid)
{
    unsigned long former = pid;
    ptrace(PTRACE_GETEVENTMSG, pid, NULL, &former);
    renew(pid, former);
    forget_maps();
    if (has_started)
        return;
    has_started = 1;
    begin_record(record_started);
    send_record();
}

/** Processes that the kernel killed because memory was used up. */
static uint64_t killed_for_memory(void)
{
    char row[128];
    uint64_t count = 0;
    FILE *counters = fopen("/proc/vmstat", "re");
    while (counters != NULL && fgets(row, sizeof row, counters) != NULL)
        sscanf(row, "oom_kill %lu", &count);
    if (counters != NULL)
        fclose(counters);
    return count;
}

static void handle_end(pid_t pid, int status)
{
    struct tracee *tracee = tracee_of(pid);
    if (tracee != NULL)
        forget(tracee);
    if (pid != main_pid)
        return;
    tell_output();
    begin_record(record_ended);
    put_word(WIFSIGNALED(status) ? 0 : WEXITSTATUS(status));
    put_word(WIFSIGNALED(status) ? WTERMSIG(status) : 0);
    put_word(killed_for_memory());
    send_record();
    main_pid = -1;
}

/** Handles a stop; returns the signal to go on with. */
static int handle_stop(struct tracee *tracee, int signal, int event)
{
    switch (event) {
    case PTRACE_EVENT_SECCOMP:
        // One that is stepped has stopped at this call before.
        if (has_started && !tracee->is_inside)
            handle_entry(tracee, orders);
        return 0;
    case PTRACE_EVENT_EXEC:
        handle_exec(tracee->pid);
        return 0;
    case PTRACE_EVENT_FORK:
    case PTRACE_EVENT_VFORK:
    case PTRACE_EVENT_CLONE:
        handle_birth(tracee);
        return 0;
    case PTRACE_EVENT_STOP:
        return 0;
    }
    if (signal != (SIGTRAP | 0x80)) {
        if (has_started)
            handle_signal(tracee, signal);
        return signal;
    }
    if (tracee->is_inside)
        handle_exit(tracee);
    else
        handle_entry(tracee, orders);
    return 0;
}

static void handle(pid_t pid, int status)
{
    if (!WIFSTOPPED(status)) {
        handle_end(pid, status);
        return;
    }
    int signal = WSTOPSIG(status), event = status >> 16;
    struct tracee *tracee = tracee_of(pid);
    if (tracee == NULL)
        // Its birth has not been told yet: it is adopted now, and gets its memory then.
        tracee = adopt(pid, 0);
    if (tracee == NULL)
        return;
    if (event == PTRACE_EVENT_STOP && signal != SIGTRAP) {
        ptrace(PTRACE_LISTEN, pid, NULL, NULL);
        return;
    }
    long passed_on = handle_stop(tracee, signal, event);
    ptrace(tracee->is_inside || is_stepping() ? PTRACE_SYSCALL : PTRACE_CONT, pid, NULL, passed_on);
}

_Noreturn void follow(struct program *program, const struct orders *given)
{
    sigset_t child;
    orders = given;
    main_pid = program->pid;
    tell_by(given, program->output);
    sigemptyset(&child);
    sigaddset(&child, SIGCHLD);
    sigprocmask(SIG_BLOCK, &child, NULL);
    int ends = signalfd(-1, &child, SFD_CLOEXEC | SFD_NONBLOCK);
    adopt(program->pid, new_space());
    for (;;) {
        struct signalfd_siginfo ignored;
        struct pollfd sources[] = { { ends, POLLIN, 0 },
                                    { program->output[0], POLLIN, 0 },
                                    { program->output[1], POLLIN, 0 } };
        pid_t pid;
        int status;
        while ((pid = waitpid(-1, &status, __WALL | WNOHANG)) > 0)
            handle(pid, status);
        poll(sources, 3, -1);
        while (read(ends, &ignored, sizeof ignored) > 0)
            ;
        tell_output();
    }
}
