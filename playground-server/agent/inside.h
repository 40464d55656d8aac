/* What the parts of the agent do for each other. */
#pragma once

#include "agent.h"

#include <stddef.h>
#include <sys/types.h>
#include <sys/user.h>

#define job ((const struct job *)job_address)

/** Waits for so many bytes of the server's. */
void hear(void *to, size_t length);

/** A record is put together, and sent as a whole. */
void begin_record(enum record kind);
void put_word(uint64_t word);
void put_bytes(const void *bytes, size_t length);
void send_record(void);

/** Tells the rows of a file of /proc: of maps those that may be executed; proc_pid_maps(5). */
void tell_file(enum record kind, const char *format, pid_t pid);

/** If the result is one of failure, says of what, and ends the machine. */
void must(long result, const char *what);

/** Makes what the server has listed. */
void make(const struct steps *steps);

/**
 * Puts what is to be taken of a stopped thread's memory into the record.
 * @param space number of its address space
 */
void put_captures(pid_t pid, uint32_t space, const struct user_regs_struct *at,
                  const struct instruction *takes);

/** The signals that a thread had blocked before it was made deaf to those that it ignores. */
struct quiet {
    int is_so;
    uint64_t blocked;
};

void begin_quiet(pid_t pid, struct quiet *quiet);
void end_quiet(pid_t pid, struct quiet *quiet);

/** Follows the program until it ends. */
_Noreturn void follow(pid_t program);
