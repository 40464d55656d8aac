#define _GNU_SOURCE
#include <fcntl.h>
#include <linux/aio_abi.h>
#include <stdint.h>
#include <stdio.h>
#include <sys/syscall.h>
#include <unistd.h>

static _Alignas(4096) char buffer[8 << 20];

int main(void)
{
    int file = open("data", O_CREAT | O_RDWR | O_DIRECT, 0600);
    struct io_event events[2];
    aio_context_t ctx = 0;

    /* over blocks that exist, a direct write goes on by itself */
    write(file, buffer, sizeof buffer);
    fsync(file);

    struct iocb first = {
        .aio_data = 1,
        .aio_lio_opcode = IOCB_CMD_PWRITE,
        .aio_fildes = file,
        .aio_buf = (uintptr_t)buffer,
        .aio_nbytes = sizeof buffer,
    };
    struct iocb second = {
        .aio_data = 2,
        .aio_lio_opcode = IOCB_CMD_FDSYNC,
        .aio_fildes = file,
    };
    struct iocb *list[] = { &first, &second };

    syscall(SYS_io_setup, 2, &ctx);
    syscall(SYS_io_submit, ctx, 2L, list);
    syscall(SYS_io_getevents, ctx, 2L, 2L, events, NULL);
    printf("came first: %llu, then %llu\n", events[0].data, events[1].data);
    return 0;
}
