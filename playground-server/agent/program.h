/* The process that becomes the program: made ahead, since a machine takes its time over it. */
#pragma once

#include "job.h"

#include <sys/types.h>

struct program {
    pid_t pid;
    /** read ends of stdout and stderr, which do not block */
    int output[2];
    /** a byte written here lets it go on, once the job is there */
    int go;
};

extern const char program_path[];

/** Forks the process, with few of its capabilities, and traces it. */
struct program prepare_program(void);

void let_go(const struct program *program);
