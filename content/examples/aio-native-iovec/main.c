#define _GNU_SOURCE
#include <fcntl.h>
#include <linux/aio_abi.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <unistd.h>

enum { half = 512 << 10 };
static _Alignas(4096) char buffer[2 * half];

int main(void)
{
    int file = open("data", O_CREAT | O_RDWR | O_DIRECT, 0600);
    struct iovec parts[] = { { buffer, half }, { buffer + half, half } };
    struct iocb request = {
        .aio_lio_opcode = IOCB_CMD_PREADV,
        .aio_fildes = file,
        .aio_buf = (uintptr_t)parts,
        .aio_nbytes = 2,
    };
    struct iocb *list[] = { &request };
    struct io_event event;
    aio_context_t ctx = 0;

    memset(buffer, 'K', sizeof buffer);
    write(file, buffer, sizeof buffer);
    memset(buffer, '-', sizeof buffer);

    syscall(SYS_io_setup, 1, &ctx);
    syscall(SYS_io_submit, ctx, 1L, list);
    memset(parts, 0xff, sizeof parts);
    memset(&request, 0xff, sizeof request);
    memset(list, 0xff, sizeof list);
    syscall(SYS_io_getevents, ctx, 1L, 1L, &event, NULL);
    printf("res = %lld, first and last byte: %c %c\n",
           event.res, buffer[0], buffer[2 * half - 1]);
    return 0;
}
