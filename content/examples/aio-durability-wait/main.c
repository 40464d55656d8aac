#define _GNU_SOURCE
#include <fcntl.h>
#include <linux/aio_abi.h>
#include <stdint.h>
#include <stdio.h>
#include <sys/syscall.h>
#include <unistd.h>

static _Alignas(4096) char record[4096];

static long long finish(aio_context_t ctx, struct iocb *request)
{
    struct io_event event;

    syscall(SYS_io_submit, ctx, 1L, &request);
    syscall(SYS_io_getevents, ctx, 1L, 1L, &event, NULL);
    return event.res;
}

int main(void)
{
    int log = open("log", O_CREAT | O_RDWR | O_DIRECT, 0600);
    struct iocb write = {
        .aio_lio_opcode = IOCB_CMD_PWRITE,
        .aio_fildes = log,
        .aio_buf = (uintptr_t)record,
        .aio_nbytes = sizeof record,
    };
    struct iocb sync = { .aio_lio_opcode = IOCB_CMD_FDSYNC, .aio_fildes = log };
    aio_context_t ctx = 0;

    syscall(SYS_io_setup, 1, &ctx);
    if (finish(ctx, &write) == sizeof record && finish(ctx, &sync) == 0)
        puts("the record is on its storage");
    return 0;
}
