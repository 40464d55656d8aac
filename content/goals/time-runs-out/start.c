#include <linux/aio_abi.h>
#include <stdio.h>
#include <sys/syscall.h>
#include <time.h>
#include <unistd.h>

int main(void)
{
    struct timespec timeout = { .tv_nsec = 100000000 };
    struct io_event event;
    aio_context_t ctx = 0;

    syscall(SYS_io_setup, 1, &ctx);
    long n = syscall(SYS_io_getevents, ctx, 0L, 1L, &event, &timeout);
    printf("%ld events\n", n);
    return 0;
}
