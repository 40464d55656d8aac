/* Keeps signals that a thread ignores from ending what it reads or writes inside io_submit, such as a
 * pipe: the tracer of the host does the same, and tells why (tracer/hooks/quiet-hooks.ts). */
#define _GNU_SOURCE
#include "inside.h"

#include <inttypes.h>
#include <signal.h>
#include <stdio.h>
#include <sys/ptrace.h>

#define bit_of(signal) (UINT64_C(1) << ((signal) - 1))

/** Ignored unless they are caught; signal(7). */
static const uint64_t ignored_by_default =
    bit_of(SIGCHLD) | bit_of(SIGCONT) | bit_of(SIGURG) | bit_of(SIGWINCH);

void begin_quiet(pid_t pid, struct quiet *quiet)
{
    char path[32], row[512];
    uint64_t blocked = 0, ignored = 0, caught = 0;
    snprintf(path, sizeof path, "/proc/%d/status", pid);
    FILE *file = fopen(path, "re");
    while (file != NULL && fgets(row, sizeof row, file) != NULL) {
        sscanf(row, "SigBlk: %" SCNx64, &blocked);
        sscanf(row, "SigIgn: %" SCNx64, &ignored);
        sscanf(row, "SigCgt: %" SCNx64, &caught);
    }
    if (file == NULL)
        return;
    fclose(file);
    uint64_t mask = blocked | ignored | (ignored_by_default & ~caught);
    quiet->is_so = ptrace(PTRACE_SETSIGMASK, pid, sizeof mask, &mask) == 0;
    quiet->blocked = blocked;
}

void end_quiet(pid_t pid, struct quiet *quiet)
{
    if (quiet->is_so)
        ptrace(PTRACE_SETSIGMASK, pid, sizeof quiet->blocked, &quiet->blocked);
    quiet->is_so = 0;
}
