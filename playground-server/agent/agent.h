/* What the agent and the server tell each other: README.md in this folder. */
#pragma once

#include <stdint.h>

enum { protocol_version = 3 };

/** How a number is found; `Source` of decode/capture/capture-plan.ts. */
struct source {
    enum { from_argument, from_result, from_stack, from_field, from_note } from : 32;
    /** its width in bytes; negative if it is signed */
    int32_t type;
    /** index of an argument, or offset in an element */
    int32_t at;
    int32_t book;
};

enum { most_listed = 8 };

struct condition {
    struct source value;
    uint64_t count;
    int64_t in[most_listed];
};

/** `Take`: an array in the tracee's memory, and what its elements lead to. */
struct take {
    struct source at;
    uint64_t element_bytes;
    /** the number itself if `has_count` is 0, otherwise the most that is taken */
    uint64_t count;
    struct source count_of;
    uint32_t has_count, has_when, is_buffer, has_note;
    struct condition when;
    struct source note_value;
    struct condition note_when;
    uint32_t note_book;
    /** the takes of its elements are next to each other in the table */
    uint32_t first, next, unused;
};

/** A call that is recorded. */
struct plan {
    uint32_t nr;
    /** answered with this errno in place of the kernel, if it is not 0 */
    uint32_t refusal;
    uint32_t entry_first, entry_next, exit_first, exit_next;
};

struct limit {
    uint64_t resource, soft, hard;
};

/** The head of the job on the block device; the tables follow it, then the program. */
struct job {
    char magic[8];
    uint32_t version;
    uint32_t has_disk;
    uint32_t most_threads;
    uint32_t limits, plans, takes;
    /** of the filter that picks the calls to stop at; struct sock_filter of linux/filter.h */
    uint32_t instructions;
    /** and group of the program; root has a part of its capabilities */
    uint32_t user;
    uint64_t program_offset, program_bytes;
};

enum record {
    record_hello,
    record_started,
    record_maps,
    record_entry,
    record_exit,
    record_signal,
    record_output,
    record_too_many,
    record_ended,
    record_trouble,
};
