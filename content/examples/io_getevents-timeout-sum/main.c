#include <linux/aio_abi.h>
#include <stdio.h>
#include <sys/syscall.h>
#include <time.h>
#include <unistd.h>

int main(void)
{
    struct timespec odd = { .tv_sec = 1, .tv_nsec = -900000000 };
    struct timespec start, end;
    struct io_event event;
    aio_context_t ctx = 0;

    syscall(SYS_io_setup, 1, &ctx);
    clock_gettime(CLOCK_MONOTONIC, &start);
    syscall(SYS_io_getevents, ctx, 1L, 1L, &event, &odd);
    clock_gettime(CLOCK_MONOTONIC, &end);
    printf("waited %.1f s\n", end.tv_sec - start.tv_sec +
                              (end.tv_nsec - start.tv_nsec) / 1e9);
    return 0;
}
