#include <linux/aio_abi.h>
#include <poll.h>
#include <stdio.h>
#include <sys/syscall.h>
#include <unistd.h>

int main(void)
{
    int ends[2];

    pipe(ends);
    struct iocb request = {
        .aio_lio_opcode = IOCB_CMD_POLL,
        .aio_fildes = ends[0],
        .aio_buf = POLLIN,
    };
    struct iocb *list[] = { &request };
    struct io_event events[2];
    aio_context_t ctx = 0;

    syscall(SYS_io_setup, 2, &ctx);
    syscall(SYS_io_submit, ctx, 1L, list);
    request.aio_fildes = ends[1];
    request.aio_buf = POLLOUT;
    syscall(SYS_io_submit, ctx, 1L, list);
    write(ends[1], "x", 1);
    syscall(SYS_io_getevents, ctx, 2L, 2L, events, NULL);
    printf("res = %lld, res = %lld\n", events[0].res, events[1].res);
    return 0;
}
