#include <fcntl.h>
#include <linux/aio_abi.h>
#include <poll.h>
#include <stdint.h>
#include <stdio.h>
#include <sys/syscall.h>
#include <unistd.h>

int main(void)
{
    int ends[2];
    struct io_event events[2];
    aio_context_t ctx = 0;

    pipe(ends);
    struct iocb first = {
        .aio_data = 1,
        .aio_lio_opcode = IOCB_CMD_POLL,
        .aio_fildes = ends[0],
        .aio_buf = POLLIN,
    };
    struct iocb second = {
        .aio_data = 2,
        .aio_lio_opcode = IOCB_CMD_PWRITE,
        .aio_fildes = open("data", O_CREAT | O_WRONLY, 0600),
        .aio_buf = (uintptr_t)"hello",
        .aio_nbytes = 5,
    };
    struct iocb *list[] = { &first, &second };

    syscall(SYS_io_setup, 2, &ctx);
    syscall(SYS_io_submit, ctx, 2L, list);
    write(ends[1], "x", 1);
    syscall(SYS_io_getevents, ctx, 2L, 2L, events, NULL);
    printf("came first: %llu, then %llu\n", events[0].data, events[1].data);
    return 0;
}
