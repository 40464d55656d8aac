#define _GNU_SOURCE
#include <fcntl.h>
#include <linux/aio_abi.h>
#include <stdint.h>
#include <stdio.h>
#include <sys/syscall.h>
#include <unistd.h>

static aio_context_t ctx;
static char buffer[4096];

static void transfer(const char *name, int opcode, int file)
{
    struct iocb request = {
        .aio_lio_opcode = opcode,
        .aio_fildes = file,
        .aio_buf = (uintptr_t)(buffer + 1),
        .aio_nbytes = 100,
        .aio_offset = 7,
    };
    struct iocb *list[] = { &request };
    struct io_event event;

    syscall(SYS_io_submit, ctx, 1L, list);
    syscall(SYS_io_getevents, ctx, 1L, 1L, &event, NULL);
    printf("%s: res = %lld\n", name, event.res);
}

int main(void)
{
    int file = open("data", O_CREAT | O_RDWR | O_DIRECT, 0600);

    ftruncate(file, 65536);
    syscall(SYS_io_setup, 1, &ctx);
    transfer("read", IOCB_CMD_PREAD, file);
    transfer("write", IOCB_CMD_PWRITE, file);
    return 0;
}
