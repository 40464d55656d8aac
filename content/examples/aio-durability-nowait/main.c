#define _GNU_SOURCE
#include <fcntl.h>
#include <linux/aio_abi.h>
#include <linux/fs.h>
#include <stdint.h>
#include <stdio.h>
#include <sys/syscall.h>
#include <unistd.h>

static aio_context_t ctx;
static _Alignas(4096) char buffer[4096];

static void put(const char *what, int file, long long offset)
{
    struct iocb request = {
        .aio_lio_opcode = IOCB_CMD_PWRITE,
        .aio_fildes = file,
        .aio_buf = (uintptr_t)buffer,
        .aio_nbytes = sizeof buffer,
        .aio_offset = offset,
        .aio_rw_flags = RWF_NOWAIT,
    };
    struct iocb *list[] = { &request };
    struct io_event event;

    if (syscall(SYS_io_submit, ctx, 1L, list) != 1) {
        perror(what);
        return;
    }
    syscall(SYS_io_getevents, ctx, 1L, 1L, &event, NULL);
    printf("%s: res = %lld\n", what, event.res);
}

int main(void)
{
    int file = open("data", O_CREAT | O_RDWR | O_DIRECT, 0600);

    write(file, buffer, sizeof buffer);
    fsync(file);
    syscall(SYS_io_setup, 1, &ctx);
    put("over what is there", file, 0);
    put("past the end", file, sizeof buffer);
    return 0;
}
