#define _GNU_SOURCE
#include "job.h"
#include "record.h"

#include <fcntl.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

enum { sector = 4096, most_job = 16 * 1024 * 1024 };

static char *job;

void reserve_job(void)
{
    job = mmap(NULL, most_job, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    if (job == MAP_FAILED)
        give_up("no memory for a job");
}

static void read_whole(int file, uint64_t offset, uint64_t length)
{
    for (uint64_t done = 0; done < length;) {
        ssize_t count = pread(file, job + offset + done, length - done, offset + done);
        if (count <= 0)
            give_up("the job cannot be read");
        done += count;
    }
}

/** O_DIRECT: what the server has written after the boot must not come out of a cache. */
void read_job(void)
{
    int file = open("/job", O_RDONLY | O_DIRECT | O_CLOEXEC);
    const struct job *head = (const struct job *)job;
    must(file, "/job");
    read_whole(file, 0, sector);
    uint64_t length = head->program_offset + head->program_bytes;
    if (memcmp(head->magic, "live-man", 8) != 0 || head->version != protocol_version ||
        length > most_job - sector)
        give_up("the job is none");
    read_whole(file, sector, length / sector * sector);
    close(file);
}

struct orders job_orders(void)
{
    const struct job *head = (const struct job *)job;
    const struct limit *limits = (const struct limit *)(head + 1);
    const struct plan *plans = (const struct plan *)(limits + head->limits);
    const struct take *takes = (const struct take *)(plans + head->plans);
    struct sock_filter *filter = (struct sock_filter *)(takes + head->takes);
    return (struct orders){ head, limits, plans, takes, filter };
}

void write_program(const char *path)
{
    const struct job *head = (const struct job *)job;
    int file = open(path, O_WRONLY | O_CREAT | O_CLOEXEC, 0555);
    const char *from = job + head->program_offset;
    if (write(file, from, head->program_bytes) != (ssize_t)head->program_bytes)
        give_up(path);
    close(file);
}
