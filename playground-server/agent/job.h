/* The job as it lies in memory. */
#pragma once

#include "agent.h"

#include <linux/filter.h>
#include <stddef.h>

struct orders {
    const struct job *job;
    const struct limit *limits;
    const struct plan *plans;
    const struct take *takes;
    struct sock_filter *filter;
};

/** Makes room for a job, which processes forked from now on share. */
void reserve_job(void);

/** Reads what the server has put on the block device. */
void read_job(void);

struct orders job_orders(void);

/** Writes the program where it is executed. */
void write_program(const char *path);
