/* Follows the threads of the program with ptrace(2): tells what stops them, and has them go on. */
#define _GNU_SOURCE
#include "inside.h"

#include <errno.h>
#include <poll.h>
#include <sched.h>
#include <signal.h>
#include <sys/ptrace.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

/** More than the server allows: it hears of each, and ends the machine before there are so many. */
enum { most_tracees = 256 };

static struct tracee {
    pid_t pid;
    /** number of its address space */
    uint32_t space;
    /** of the call that it is inside; null outside of all */
    const struct plan *plan;
    /** the server has had it go on otherwise than it would */
    int is_led;
    struct quiet quiet;
    uint64_t entered_ns;
} tracees[most_tracees];

/** number of the last address space, and of the one whose code the server knows */
static uint32_t spaces, known_space;

/** Every call stops its thread, not only those that the filter picks. */
static int is_stepping;

static uint64_t now_ns(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return now.tv_sec * UINT64_C(1000000000) + now.tv_nsec;
}

/** Null if nobody has that pid. */
static struct tracee *tracee_of(pid_t pid)
{
    for (struct tracee *each = tracees; each < tracees + most_tracees; each++)
        if (each->pid == pid)
            return each;
    return NULL;
}

static void adopt(pid_t pid, uint32_t space)
{
    struct tracee *tracee = tracee_of(0);
    must(tracee == NULL ? -1 : 0, "threads");
    *tracee = (struct tracee){ .pid = pid, .space = space };
}

static void go_on(const struct tracee *tracee, long signal)
{
    int until_call = tracee->plan != NULL || is_stepping;
    ptrace(until_call ? PTRACE_SYSCALL : PTRACE_CONT, tracee->pid, NULL, signal);
}

/** What the program has written so far comes before what is told next. */
static void tell_output(void)
{
    static char text[8192];
    for (int stream = 0; stream < 2; stream++) {
        ssize_t length;
        while ((length = read(stream ? stderr_reader : stdout_reader, text, sizeof text)) > 0) {
            begin_record(record_output);
            put_word(stream);
            put_bytes(text, length);
            send_record();
        }
    }
}

/** Tells where a thread has stopped: whether the server is asked, and two words about the stop. */
static void tell_stop(enum record kind, const struct tracee *tracee, const uint64_t words[3],
                      const struct user_regs_struct *at, const struct instruction *takes)
{
    tell_output();
    if (kind != record_exit && known_space != tracee->space) {
        tell_file(record_maps, "/proc/%d/maps", tracee->pid);
        known_space = tracee->space;
    }
    begin_record(kind);
    put_word(tracee->pid);
    put_bytes(words, 24);
    put_bytes(at, sizeof *at);
    put_captures(tracee->pid, tracee->space, at, takes);
    send_record();
}

/** The server may change what a stopped thread goes on with. Returns whether it has. */
static int ask(void)
{
    struct steps *answer = (struct steps *)answer_address;
    uint64_t length;
    hear(&length, sizeof length);
    must(length <= most_answer ? 0 : -1, "answer");
    hear(answer, length);
    make(answer);
    return answer->count > 0;
}

/** From now on all threads are stepped; those inside a call stop at its end anyway. */
static void step_all(void)
{
    is_stepping = 1;
    for (struct tracee *each = tracees; each < tracees + most_tracees; each++)
        if (each->pid != 0 && each->plan == NULL)
            ptrace(PTRACE_INTERRUPT, each->pid, NULL, NULL);
}

static void handle_entry(struct tracee *tracee, const struct user_regs_struct *at)
{
    const struct plan *plan = &job->plans[at->orig_rax < no_call ? at->orig_rax : no_call];
    tracee->plan = plan;
    if (plan->entry != NULL)
        tell_stop(record_entry, tracee, (uint64_t[3]){ plan->asks }, at, plan->entry);
    if (plan->asks)
        tracee->is_led = ask();
    if (plan->adds_filter && !is_stepping)
        step_all();
    if (plan->is_quiet)
        begin_quiet(tracee->pid, &tracee->quiet);
    // The time of telling does not belong to the call.
    tracee->entered_ns = now_ns();
}

static void handle_exit(struct tracee *tracee, const struct user_regs_struct *at)
{
    const struct plan *plan = tracee->plan;
    uint64_t left_ns = now_ns();
    tracee->plan = NULL;
    end_quiet(tracee->pid, &tracee->quiet);
    if (plan->moves_code)
        known_space = 0;
    if (plan->exit == NULL)
        return;
    int asks = tracee->is_led || (plan->is_wait && (int64_t)at->rax < (int64_t)at->rsi);
    int lacks_memory = (int64_t)at->rax == -ENOMEM;
    if (asks || lacks_memory)
        tell_file(record_status, "/proc/%d/status", tracee->pid);
    if (lacks_memory)
        tell_file(record_limits, "/proc/%d/limits", tracee->pid);
    tell_stop(record_exit, tracee, (uint64_t[]){ asks, tracee->entered_ns, left_ns }, at, plan->exit);
    tracee->is_led = asks && ask();
}

static void handle_signal(struct tracee *tracee, const struct user_regs_struct *at, int signal)
{
    siginfo_t info = { 0 };
    ptrace(PTRACE_GETSIGINFO, tracee->pid, NULL, &info);
    tell_file(record_status, "/proc/%d/status", tracee->pid);
    if (signal == SIGXCPU || signal == SIGXFSZ)
        tell_file(record_limits, "/proc/%d/limits", tracee->pid);
    tell_stop(record_signal, tracee, (uint64_t[]){ tracee->is_led, signal, info.si_code }, at, job->at_signal);
    if (tracee->is_led)
        ask();
}

/** Whether a new thread shares the memory of the one that made it; clone(2). */
static int shares_memory(const struct tracee *parent, const struct user_regs_struct *at)
{
    if (at->orig_rax == SYS_clone)
        return (at->rdi & CLONE_VM) != 0;
    if (at->orig_rax == SYS_clone3)
        return (ptrace(PTRACE_PEEKDATA, parent->pid, at->rdi, NULL) & CLONE_VM) != 0;
    return at->orig_rax == SYS_vfork;
}

static void handle_birth(const struct tracee *parent, const struct user_regs_struct *at)
{
    unsigned long child = 0;
    ptrace(PTRACE_GETEVENTMSG, parent->pid, NULL, &child);
    begin_record(record_born);
    put_word(child);
    send_record();
    struct tracee *waiting = tracee_of(child);
    if (waiting == NULL)
        adopt(child, 0);
    tracee_of(child)->space = shares_memory(parent, at) ? parent->space : ++spaces;
    if (waiting != NULL)
        go_on(waiting, 0);
}

/** The thread that called execve(2) goes on under the pid of its process; the others are gone. */
static void handle_exec(struct tracee *leader)
{
    pid_t pid = leader->pid;
    unsigned long former = pid;
    ptrace(PTRACE_GETEVENTMSG, pid, NULL, &former);
    struct tracee *caller = tracee_of(former);
    if (caller != NULL)
        caller->pid = 0;
    *leader = (struct tracee){ .pid = pid, .space = ++spaces };
    begin_record(record_became);
    put_word(former);
    put_word(pid);
    send_record();
}

static void handle_end(pid_t pid, int status, const struct rusage *used, int is_program)
{
    struct tracee *tracee = tracee_of(pid);
    if (tracee != NULL)
        tracee->pid = 0;
    tell_output();
    if (is_program || WIFSIGNALED(status))
        tell_file(record_counters, "/proc/vmstat", 0);
    begin_record(record_ended);
    put_word(pid);
    put_word(status);
    put_word(used->ru_utime.tv_sec + used->ru_stime.tv_sec);
    send_record();
}

/** Returns the signal to go on with. */
static int handle_stop(struct tracee *tracee, int signal, int event)
{
    struct user_regs_struct at;
    if (ptrace(PTRACE_GETREGS, tracee->pid, NULL, &at) != 0)
        return 0;
    int is_call = signal == (SIGTRAP | 0x80) || event == PTRACE_EVENT_SECCOMP;
    if (is_call && tracee->plan == NULL)
        handle_entry(tracee, &at);
    else if (is_call && event == 0)
        // At the other stop, one that is stepped is inside already.
        handle_exit(tracee, &at);
    else if (event == PTRACE_EVENT_EXEC)
        handle_exec(tracee);
    else if (event >= PTRACE_EVENT_FORK && event <= PTRACE_EVENT_CLONE)
        handle_birth(tracee, &at);
    else if (event == 0)
        handle_signal(tracee, &at, signal);
    return event == 0 && !is_call ? signal : 0;
}

static void handle(pid_t pid, int status)
{
    struct tracee *tracee = tracee_of(pid);
    int signal = WSTOPSIG(status), event = status >> 16;
    if (tracee == NULL)
        // It stands until its birth is told, and with it whose memory it has.
        adopt(pid, 0);
    else if (event == PTRACE_EVENT_STOP && signal != SIGTRAP)
        ptrace(PTRACE_LISTEN, pid, NULL, NULL);
    else
        go_on(tracee, handle_stop(tracee, signal, event));
}

static void wake(int signal)
{
    (void)signal;
}

_Noreturn void follow(pid_t program)
{
    struct pollfd outputs[] = { { stdout_reader, POLLIN, 0 }, { stderr_reader, POLLIN, 0 } };
    sigset_t none, ends;
    sigemptyset(&none);
    sigemptyset(&ends);
    sigaddset(&ends, SIGCHLD);
    sigprocmask(SIG_BLOCK, &ends, NULL);
    signal(SIGCHLD, wake);
    adopt(program, ++spaces);
    for (;;) {
        struct rusage used;
        int status;
        pid_t pid;
        while ((pid = wait4(-1, &status, __WALL | WNOHANG, &used)) > 0)
            if (WIFSTOPPED(status))
                handle(pid, status);
            else
                handle_end(pid, status, &used, pid == program);
        ppoll(outputs, 2, NULL, &none);
        tell_output();
    }
}
