#include <fcntl.h>
#include <linux/aio_abi.h>
#include <stdint.h>
#include <sys/syscall.h>
#include <unistd.h>

int main(void)
{
    int file = open("journal", O_RDWR | O_CREAT, 0600);
    struct iocb write = {
        .aio_lio_opcode = IOCB_CMD_PWRITE,
        .aio_fildes = file,
        .aio_buf = (uintptr_t)"commit\n",
        .aio_nbytes = 7,
    };
    struct iocb sync = {
        .aio_lio_opcode = IOCB_CMD_FDSYNC,
        .aio_fildes = file,
    };
    struct iocb *list[] = { &write, &sync };
    struct io_event events[2];
    aio_context_t ctx = 0;

    syscall(SYS_io_setup, 2, &ctx);
    syscall(SYS_io_submit, ctx, 1L, list);
    syscall(SYS_io_getevents, ctx, 1L, 1L, events, NULL);
    if (events[0].res != 7)
        return 1;
    syscall(SYS_io_submit, ctx, 1L, list + 1);
    syscall(SYS_io_getevents, ctx, 1L, 1L, events, NULL);
    return 0;
}
