#include <linux/aio_abi.h>
#include <stdio.h>
#include <sys/syscall.h>
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
    aio_context_t ctx = 0;

    show("before");
    syscall(SYS_io_setup, 100, &ctx);
    show("with");
    syscall(SYS_io_destroy, ctx);
    show("after");
    return 0;
}
