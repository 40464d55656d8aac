#include "tell.h"
#include "capture.h"
#include "record.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

static const struct orders *orders;
/** read ends of stdout and stderr; -1 when nobody has the other end any more */
static int *outputs;
/** the address space whose code the server knows, or 0 */
static uint32_t known_space;

void tell_by(const struct orders *given, int output[2])
{
    orders = given;
    outputs = output;
}

void tell_output(void)
{
    for (int stream = 0; stream < 2; stream++) {
        static char text[8192];
        ssize_t length;
        while ((length = read(outputs[stream], text, sizeof text)) > 0) {
            begin_record(record_output);
            put_word(stream);
            put_bytes(text, length);
            send_record();
        }
        if (length == 0)
            outputs[stream] = -1;
    }
}

void forget_maps(void)
{
    known_space = 0;
}

/** Sends where the tracee's code is, unless the server knows; proc_pid_maps(5). */
static void tell_maps(const struct tracee *tracee)
{
    char path[32], row[4352];
    if (known_space == tracee->space)
        return;
    snprintf(path, sizeof path, "/proc/%d/maps", tracee->pid);
    FILE *maps = fopen(path, "re");
    if (maps == NULL)
        return;
    begin_record(record_maps);
    for (int rows = 0; rows < 128 && fgets(row, sizeof row, maps) != NULL;) {
        const char *permissions = strchr(row, ' ');
        if (permissions == NULL || permissions[3] != 'x' || strlen(row) > 512)
            continue;
        put_bytes(row, strlen(row));
        rows++;
    }
    fclose(maps);
    send_record();
    known_space = tracee->space;
}

/** In the order in which unwind tables number registers; decode/unwind/frame.ts. */
static void put_frame(const struct user_regs_struct *at)
{
    const uint64_t frame[] = { at->rax, at->rdx, at->rcx, at->rbx, at->rsi, at->rdi,
                               at->rbp, at->rsp, at->r8,  at->r9,  at->r10, at->r11,
                               at->r12, at->r13, at->r14, at->r15, at->rip };
    put_bytes(frame, sizeof frame);
}

static struct standing standing_of(const struct tracee *tracee, const struct user_regs_struct *at)
{
    return (struct standing){
        .pid = tracee->pid,
        .space = tracee->space,
        .args = { at->rdi, at->rsi, at->rdx, at->r10, at->r8, at->r9 },
        .stack_pointer = at->rsp,
    };
}

static void begin_side(enum record side, const struct tracee *tracee, const struct call *call,
                       const struct standing *standing)
{
    begin_record(side);
    put_word(call->number);
    put_word(tracee->thread);
    put_word(call->plan->nr);
    put_bytes(standing->args, sizeof standing->args);
}

void tell_entry(const struct tracee *tracee)
{
    const struct call *call = &tracee->pending;
    struct standing standing = standing_of(tracee, &call->at);
    tell_output();
    tell_maps(tracee);
    begin_side(record_entry, tracee, call, &standing);
    put_frame(&call->at);
    capture(&standing, orders->takes, call->plan->entry_first, call->plan->entry_next);
    send_record();
}

void tell_exit(const struct tracee *tracee, const struct call *call, int64_t result,
               uint64_t elapsed_ns)
{
    struct standing standing = standing_of(tracee, &call->at);
    standing.result = result;
    standing.has_result = 1;
    tell_output();
    begin_side(record_exit, tracee, call, &standing);
    put_word(result);
    put_word(elapsed_ns);
    put_word(call->plan->refusal != 0);
    capture(&standing, orders->takes, call->plan->exit_first, call->plan->exit_next);
    send_record();
}

void tell_signal(const struct tracee *tracee, const struct user_regs_struct *at, int signal)
{
    struct standing standing = standing_of(tracee, at);
    tell_output();
    tell_maps(tracee);
    begin_record(record_signal);
    put_word(signal);
    put_frame(at);
    // The first take of a job is the stack.
    capture(&standing, orders->takes, 0, 1);
    send_record();
}
