/* What the server and the agent tell each other: README.md in this folder. */
#pragma once

#include <stdint.h>

enum { protocol_version = 7, most_job = 16 * 1024 * 1024, most_answer = 32 * 1024 };

/** A number that no call has, and all those that are higher. */
enum { no_call = 511 };

/** In captures, stands for the number of a book where a descriptor is named. */
enum { no_book = 0x7fffffff };

/** Where the agent has a job, and what the server answers: the pointers in them are right there. */
#define job_address 0x100000000
#define answer_address (job_address + most_job)

/** Descriptors that the steps of the set-up have made. */
enum { line = 3, go_reader, go_writer, stdout_reader, stdout_writer, stderr_reader };

/** A system call to be made. */
struct step {
    /** what is said if it fails; null if it may */
    const char *what;
    uint64_t number, args[6];
};

struct steps {
    uint64_t count;
    struct step steps[];
};

/** One of a take: the first two give the number that the others are about. */
struct instruction {
    enum {
        take_register,
        take_field,
        take_noted,
        /** goes on if the number is one of those in the next `width` instructions */
        take_if,
        take_address,
        /** `value` at most, or just that many if `width` is not 0 */
        take_count,
        /** reads so many elements of `value` bytes; `width`: of a buffer of the program's */
        take_elements,
        /** what is to be taken for each of them */
        take_each,
        take_strike,
        take_note,
        take_end,
        /** names what the descriptor of that number is open on */
        take_name,
    } kind : 32;
    /** of a register or a field, in bytes; negative if it is signed */
    int32_t width;
    /** an offset; the number of a book of notes; a pointer to instructions */
    uint64_t value;
};

/** What is to be done about a call. */
struct plan {
    /** null for one that is not told */
    const struct instruction *entry, *exit;
    /** the server is asked before it is made */
    uint32_t asks;
    /** is to return its second argument at least: if it does not, the server is asked at its end */
    uint32_t is_wait;
    /** a filter of the program's may answer before ours from now on */
    uint32_t adds_filter;
    /** code may be somewhere else after it */
    uint32_t moves_code;
    /** signals that its thread ignores are blocked while it lasts */
    uint32_t is_quiet;
    uint32_t unused;
};

struct job {
    uint64_t version;
    const struct steps *steps;
    const struct instruction *at_signal;
    struct plan plans[no_call + 1];
};

enum record {
    record_hello,
    record_born,
    record_became,
    record_maps,
    record_status,
    record_limits,
    record_counters,
    record_entry,
    record_exit,
    record_signal,
    record_output,
    record_ended,
    record_trouble,
};
