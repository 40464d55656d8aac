#include <fcntl.h>
#include <linux/aio_abi.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <sys/statvfs.h>
#include <sys/syscall.h>
#include <unistd.h>

int main(void)
{
    int filler = open("filler", O_CREAT | O_RDWR, 0600);
    struct statvfs disk;

    fstatvfs(filler, &disk);
    posix_fallocate(filler, 0, disk.f_bavail * disk.f_bsize);

    struct iocb request = {
        .aio_lio_opcode = IOCB_CMD_PWRITE,
        .aio_fildes = open("data", O_CREAT | O_RDWR, 0600),
        .aio_buf = (uintptr_t)"hello",
        .aio_nbytes = 5,
    };
    struct iocb *list[] = { &request };
    struct io_event event;
    aio_context_t ctx = 0;

    syscall(SYS_io_setup, 1, &ctx);
    syscall(SYS_io_submit, ctx, 1L, list);
    syscall(SYS_io_getevents, ctx, 1L, 1L, &event, NULL);
    printf("res = %lld: %s\n", event.res, strerror(-event.res));
    return 0;
}
