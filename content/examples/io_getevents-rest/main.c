#include <linux/aio_abi.h>
#include <poll.h>
#include <stdio.h>
#include <sys/syscall.h>
#include <time.h>
#include <unistd.h>

int main(void)
{
    int ends[2];
    struct io_event events[2];
    struct timespec soon = { 0, 20000000 };
    aio_context_t ctx = 0;

    pipe(ends);
    struct iocb writable = {
        .aio_lio_opcode = IOCB_CMD_POLL,
        .aio_fildes = ends[1],
        .aio_buf = POLLOUT,
    };
    struct iocb readable = {
        .aio_lio_opcode = IOCB_CMD_POLL,
        .aio_fildes = ends[0],
        .aio_buf = POLLIN,
    };
    struct iocb *list[] = { &writable, &readable };

    syscall(SYS_io_setup, 2, &ctx);
    syscall(SYS_io_submit, ctx, 2L, list);
    long got = syscall(SYS_io_getevents, ctx, 2L, 2L, events, &soon);
    write(ends[1], "x", 1);
    got += syscall(SYS_io_getevents, ctx, 2 - got, 2 - got, events + got, NULL);
    printf("%ld events\n", got);
    return 0;
}
