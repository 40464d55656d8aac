#include <fcntl.h>
#include <linux/aio_abi.h>
#include <poll.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <sys/syscall.h>
#include <unistd.h>

int main(void)
{
    int file = open("data", O_CREAT | O_RDWR, 0600);
    struct iocb good = {
        .aio_lio_opcode = IOCB_CMD_PWRITE,
        .aio_fildes = file,
        .aio_buf = (uintptr_t)"hello",
        .aio_nbytes = 5,
    };
    struct iocb watch = {
        .aio_lio_opcode = IOCB_CMD_POLL,
        .aio_fildes = file,
        .aio_buf = POLLIN | POLLOUT,
    };
    struct iocb bad = good;
    struct iocb *list[] = { &good, &watch, &bad };
    struct io_event events[3];
    aio_context_t ctx = 0;

    bad.aio_buf = 4096;
    syscall(SYS_io_setup, 3, &ctx);
    syscall(SYS_io_submit, ctx, 3L, list);
    syscall(SYS_io_getevents, ctx, 3L, 3L, events, NULL);
    printf("bytes: %lld\n", events[0].res);
    printf("mask:  %#llx\n", events[1].res);
    printf("error: %s\n", strerror(-events[2].res));
    return 0;
}
