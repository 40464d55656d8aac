#include <libaio.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

static void show(const char *when)
{
    long used = 0, limit = 0;
    FILE *nr = fopen("/proc/sys/fs/aio-nr", "r");
    FILE *max = fopen("/proc/sys/fs/aio-max-nr", "r");

    fscanf(nr, "%ld", &used);
    fscanf(max, "%ld", &limit);
    printf("%-6s %5ld of %ld\n", when, used, limit);
    fclose(nr);
    fclose(max);
}

int main(void)
{
    io_context_t ctx = NULL;
    int taken[2];
    char byte;

    show("first");
    pipe(taken);
    pid_t neighbour = fork();
    if (neighbour == 0) {
        /* another program, which takes nearly all */
        io_setup(65000, &ctx);
        write(taken[1], "", 1);
        pause();
    }
    read(taken[0], &byte, 1);
    show("taken");
    /* what InnoDB asks for with nine I/O threads */
    int r = io_setup(2304, &ctx);
    if (r < 0)
        fprintf(stderr, "io_setup: %s\n", strerror(-r));

    /* the cure: sysctl -w fs.aio-max-nr=1048576 */
    FILE *setting = fopen("/proc/sys/fs/aio-max-nr", "w");
    if (setting) {
        fputs("1048576", setting);
        fclose(setting);
        show("raised");
    }
    if (io_setup(2304, &ctx) == 0)
        show("works");
    kill(neighbour, SIGKILL);
    return 0;
}
