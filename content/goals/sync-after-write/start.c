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
    syscall(SYS_io_submit, ctx, 2L, list);
    syscall(SYS_io_getevents, ctx, 2L, 2L, events, NULL);
    return 0;
}
