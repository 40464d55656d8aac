#define _GNU_SOURCE
#include <fcntl.h>
#include <linux/aio_abi.h>
#include <linux/stat.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/syscall.h>
#include <unistd.h>

#ifndef STATX_DIOALIGN /* Linux 6.1 */
#define STATX_DIOALIGN 0x2000U
#endif

int main(void)
{
    int file = open("data", O_CREAT | O_RDWR | O_DIRECT, 0600);
    struct statx about;
    uint32_t align[2];
    aio_context_t ctx = 0;

    syscall(SYS_statx, file, "", AT_EMPTY_PATH, STATX_DIOALIGN, &about);
    /* stx_dio_mem_align, stx_dio_offset_align */
    memcpy(align, (char *)&about + 152, sizeof align);
    printf("memory: %u, offset and length: %u\n", align[0], align[1]);

    struct iocb request = {
        .aio_lio_opcode = IOCB_CMD_PWRITE,
        .aio_fildes = file,
        .aio_buf = (uintptr_t)aligned_alloc(align[0], align[1]),
        .aio_nbytes = align[1],
    };
    struct iocb *list[] = { &request };
    struct io_event event;

    syscall(SYS_io_setup, 1, &ctx);
    syscall(SYS_io_submit, ctx, 1L, list);
    syscall(SYS_io_getevents, ctx, 1L, 1L, &event, NULL);
    printf("all of it written: %s\n", event.res == align[1] ? "yes" : "no");
    return 0;
}
