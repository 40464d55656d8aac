#include <linux/aio_abi.h>
#include <poll.h>
#include <stdio.h>
#include <sys/syscall.h>
#include <time.h>
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
    struct timespec soon = { .tv_nsec = 50000000 };
    struct io_event event;
    aio_context_t ctx = 0;

    syscall(SYS_io_setup, 1, &ctx);
    syscall(SYS_io_submit, ctx, 1L, list);
    if (syscall(SYS_io_getevents, ctx, 1L, 1L, &event, &soon) == 1)
        printf("res = %lld\n", event.res);
    return 0;
}
