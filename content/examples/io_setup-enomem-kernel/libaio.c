#include <libaio.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

#define GROUP "/sys/fs/cgroup/database"

static void set(const char *path, const char *value)
{
    FILE *setting = fopen(path, "w");

    if (!setting || fputs(value, setting) < 0 || fclose(setting) != 0)
        perror(path);
}

int main(void)
{
    io_context_t ctx = NULL;

    /* as in a container that may use 512 KiB of memory */
    set("/sys/fs/cgroup/cgroup.subtree_control", "+memory");
    mkdir(GROUP, 0755);
    set(GROUP "/memory.max", "512K");
    set(GROUP "/cgroup.procs", "0");
    /* as OOMScoreAdjust=-1000 does, or the kernel would end the program */
    set("/proc/self/oom_score_adj", "-1000");

    int r = io_setup(16384, &ctx);
    if (r < 0)
        fprintf(stderr, "16384 operations: %s\n", strerror(-r));
    if (io_setup(64, &ctx) == 0)
        puts("64 operations: done");
    return 0;
}
