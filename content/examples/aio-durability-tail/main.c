#define _GNU_SOURCE
#include <fcntl.h>
#include <linux/aio_abi.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <sys/syscall.h>
#include <unistd.h>

enum { block = 4096 };
static _Alignas(block) char buffer[2 * block];

int main(void)
{
    const long size = 5000;
    const long padded = (size + block - 1) / block * block;
    int file = open("data", O_CREAT | O_RDWR | O_DIRECT, 0600);
    struct iocb request = {
        .aio_lio_opcode = IOCB_CMD_PWRITE,
        .aio_fildes = file,
        .aio_buf = (uintptr_t)buffer,
        .aio_nbytes = padded,
    };
    struct iocb *list[] = { &request };
    struct io_event event;
    aio_context_t ctx = 0;

    memset(buffer, 'x', size);
    syscall(SYS_io_setup, 1, &ctx);
    syscall(SYS_io_submit, ctx, 1L, list);
    syscall(SYS_io_getevents, ctx, 1L, 1L, &event, NULL);
    ftruncate(file, size);
    printf("written: %lld, size: %ld\n", event.res, (long)lseek(file, 0, SEEK_END));
    return 0;
}
