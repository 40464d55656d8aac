#include <linux/aio_abi.h>
#include <poll.h>
#include <stdio.h>
#include <sys/eventfd.h>
#include <sys/syscall.h>
#include <time.h>
#include <unistd.h>

int main(void)
{
    struct iocb ready = {
        .aio_lio_opcode = IOCB_CMD_POLL,
        .aio_fildes = eventfd(1, 0),
        .aio_buf = POLLIN,
    };
    struct iocb *list[] = { &ready };
    struct timespec timeout = { .tv_nsec = 50000000 };
    struct io_event events[2];
    aio_context_t ctx = 0;

    syscall(SYS_io_setup, 2, &ctx);
    syscall(SYS_io_submit, ctx, 1L, list);
    long n = syscall(SYS_io_getevents, ctx, 2L, 2L, events, &timeout);
    printf("got %ld\n", n);
    return 0;
}
