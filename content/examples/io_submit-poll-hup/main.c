#include <linux/aio_abi.h>
#include <poll.h>
#include <stdio.h>
#include <sys/syscall.h>
#include <unistd.h>

int main(void)
{
    int ends[2];

    pipe(ends);
    close(ends[1]);

    struct iocb request = {
        .aio_lio_opcode = IOCB_CMD_POLL,
        .aio_fildes = ends[0],
        .aio_buf = 0,
    };
    struct iocb *list[] = { &request };
    struct io_event event;
    aio_context_t ctx = 0;

    syscall(SYS_io_setup, 1, &ctx);
    syscall(SYS_io_submit, ctx, 1L, list);
    syscall(SYS_io_getevents, ctx, 1L, 1L, &event, NULL);
    printf("ready: %s\n", event.res == POLLHUP ? "POLLHUP" : "?");
    return 0;
}
