#include "tracees.h"

#include <stddef.h>

enum { most_tracees = 256 };

static struct tracee tracees[most_tracees];
static uint32_t threads, spaces, living;

struct tracee *tracee_of(pid_t pid)
{
    for (struct tracee *each = tracees; each < tracees + most_tracees; each++)
        if (each->pid == pid)
            return each;
    return NULL;
}

struct tracee *adopt(pid_t pid, uint32_t space)
{
    struct tracee *tracee = tracee_of(pid);
    if (tracee == NULL) {
        tracee = tracee_of(0);
        if (tracee == NULL)
            return NULL;
        *tracee = (struct tracee){ .pid = pid, .thread = ++threads };
        living++;
    }
    tracee->space = space;
    return tracee;
}

void forget(struct tracee *tracee)
{
    tracee->pid = 0;
    living--;
}

uint32_t new_space(void)
{
    return ++spaces;
}

uint32_t tracee_count(void)
{
    return living;
}

void renew(pid_t pid, pid_t former)
{
    struct tracee *leader = tracee_of(pid), *tracee = tracee_of(former);
    if (leader != NULL && leader != tracee)
        forget(leader);
    if (tracee == NULL)
        return;
    tracee->pid = pid;
    tracee->space = new_space();
    tracee->is_inside = 0;
    tracee->pending.number = tracee->open.number = 0;
}
