#include <fcntl.h>
#include <linux/aio_abi.h>
#include <stdint.h>
#include <stdio.h>
#include <sys/statvfs.h>
#include <sys/syscall.h>
#include <unistd.h>

static aio_context_t ctx;
static char buffer[1048576];

static void fill_but(off_t room)
{
    int filler = open("filler", O_CREAT | O_RDWR, 0600);
    struct statvfs disk;

    fstatvfs(filler, &disk);
    posix_fallocate(filler, 0, disk.f_bavail * disk.f_frsize - room);
}

static long long append(int file)
{
    struct iocb request = {
        .aio_lio_opcode = IOCB_CMD_PWRITE,
        .aio_fildes = file,
        .aio_buf = (uintptr_t)buffer,
        .aio_nbytes = sizeof buffer,
        .aio_offset = lseek(file, 0, SEEK_END),
    };
    struct iocb *list[] = { &request };
    struct io_event event;

    syscall(SYS_io_submit, ctx, 1L, list);
    syscall(SYS_io_getevents, ctx, 1L, 1L, &event, NULL);
    return event.res;
}

int main(void)
{
    int file = open("data", O_CREAT | O_RDWR, 0600);

    fill_but(262144);
    syscall(SYS_io_setup, 1, &ctx);
    printf("1 MiB where 256 KiB are free: res = %lld\n", append(file));
    return 0;
}
