#define _GNU_SOURCE
#include <fcntl.h>
#include <linux/aio_abi.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/syscall.h>
#include <unistd.h>

enum { size = 4 << 20 };

int main(void)
{
    int fd = open("data", O_WRONLY | O_CREAT | O_DIRECT, 0600);
    struct iocb request = {
        .aio_lio_opcode = IOCB_CMD_PWRITE,
        .aio_fildes = fd,
        .aio_buf = (uintptr_t)aligned_alloc(4096, size),
        .aio_nbytes = size,
    };
    struct iocb *list[] = { &request };
    struct io_event event;
    aio_context_t ctx = 0;

    posix_fallocate(fd, 0, size);
    syscall(SYS_io_setup, 1, &ctx);
    syscall(SYS_io_submit, ctx, 1L, list);
    if (syscall(SYS_io_cancel, ctx, &request, NULL) == -1)
        perror("io_cancel");
    syscall(SYS_io_getevents, ctx, 1L, 1L, &event, NULL);
    printf("written anyway: %lld bytes\n", event.res);
    return 0;
}
