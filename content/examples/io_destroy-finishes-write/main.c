#define _GNU_SOURCE
#include <fcntl.h>
#include <linux/aio_abi.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/syscall.h>
#include <unistd.h>

enum { size = 4 << 20 };

int main(void)
{
    int fd = open("data", O_RDWR | O_CREAT | O_DIRECT, 0600);
    char *block = aligned_alloc(4096, size);
    struct iocb request = {
        .aio_lio_opcode = IOCB_CMD_PWRITE,
        .aio_fildes = fd,
        .aio_buf = (uintptr_t)block,
        .aio_nbytes = size,
    };
    struct iocb *list[] = { &request };
    aio_context_t ctx = 0;

    memset(block, 'x', size);
    posix_fallocate(fd, 0, size);
    syscall(SYS_io_setup, 1, &ctx);
    syscall(SYS_io_submit, ctx, 1L, list);
    syscall(SYS_io_destroy, ctx);

    memset(block, 0, size);
    pread(fd, block, size, 0);
    printf("the last byte is '%c'\n", block[size - 1]);
    return 0;
}
