#include <linux/aio_abi.h>
#include <stdio.h>
#include <sys/syscall.h>
#include <time.h>
#include <unistd.h>

static long now_us(void)
{
    struct timespec now;

    clock_gettime(CLOCK_MONOTONIC, &now);
    return now.tv_sec * 1000000 + now.tv_nsec / 1000;
}

int main(void)
{
    aio_context_t ctx = 0;

    long start = now_us();
    syscall(SYS_io_setup, 1, &ctx);
    long ready = now_us();
    syscall(SYS_io_destroy, ctx);
    long end = now_us();

    printf("io_setup   %6ld us\n", ready - start);
    printf("io_destroy %6ld us\n", end - ready);
    return 0;
}
