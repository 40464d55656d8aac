#define _GNU_SOURCE
#include <fcntl.h>
#include <linux/aio_abi.h>
#include <stdint.h>
#include <stdio.h>
#include <sys/syscall.h>
#include <unistd.h>

static _Alignas(4096) char buffer[8192];

int main(void)
{
    int file = open("data", O_CREAT | O_RDWR | O_DIRECT, 0600);
    aio_context_t ctx = 0;

    write(file, buffer, sizeof buffer);
    syscall(SYS_io_setup, 1, &ctx);
    struct iocb request = {
        .aio_lio_opcode = IOCB_CMD_PREAD,
        .aio_fildes = file,
        .aio_buf = (uintptr_t)buffer + 1,
        .aio_nbytes = 4096,
    };
    struct iocb *list[] = { &request };
    struct io_event event;

    syscall(SYS_io_submit, ctx, 1L, list);
    syscall(SYS_io_getevents, ctx, 1L, 1L, &event, NULL);
    printf("res = %lld\n", event.res);
    return 0;
}
