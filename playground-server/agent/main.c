/* The first process of a machine: starts a program as the server has listed, and follows it. */
#define _GNU_SOURCE
#include "inside.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/ptrace.h>
#include <unistd.h>

enum { sector = 4096 };

static void read_job(const char *path, int flags, size_t length)
{
    int file = open(path, O_RDONLY | O_CLOEXEC | flags);
    must(read(file, (void *)job_address, length), path);
    must(job->version == protocol_version ? 0 : -1, "version");
    close(file);
}

void make(const struct steps *list)
{
    for (const struct step *each = list->steps; each < list->steps + list->count; each++) {
        const uint64_t *args = each->args;
        long result = syscall(each->number, args[0], args[1], args[2], args[3], args[4], args[5]);
        if (each->what != NULL)
            must(result, each->what);
    }
}

static _Noreturn void become_program(void)
{
    char word;
    must(read(go_reader, &word, 1), "agent");
    make(job->steps);
    _exit(1);
}

int main(void)
{
    uint64_t length;
    mmap((void *)job_address, most_job + most_answer, PROT_READ | PROT_WRITE,
         MAP_SHARED | MAP_ANONYMOUS | MAP_FIXED, -1, 0);
    read_job("/setup", 0, most_job);
    make(job->steps);
    // Ahead of need: a machine takes its time over it.
    pid_t program = fork();
    must(program, "fork");
    if (program == 0)
        become_program();
    must(ptrace(PTRACE_SEIZE, program, NULL,
                (long)(PTRACE_O_TRACESYSGOOD | PTRACE_O_TRACESECCOMP | PTRACE_O_TRACEFORK |
                       PTRACE_O_TRACEVFORK | PTRACE_O_TRACECLONE | PTRACE_O_TRACEEXEC |
                       PTRACE_O_EXITKILL)),
         "ptrace");
    begin_record(record_hello);
    put_word(protocol_version);
    send_record();
    hear(&length, sizeof length);
    // What the server has written since the boot must not come out of a cache.
    read_job("/job", O_DIRECT, (length + sector - 1) / sector * sector);
    must(write(go_writer, "", 1), "program");
    follow(program);
}
