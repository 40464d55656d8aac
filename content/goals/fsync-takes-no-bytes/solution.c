#include <fcntl.h>
#include <linux/aio_abi.h>
#include <stdint.h>
#include <stdio.h>
#include <sys/syscall.h>
#include <unistd.h>

int main(void)
{
    struct iocb request = {
        .aio_lio_opcode = IOCB_CMD_PWRITE,
        .aio_fildes = open("data", O_RDWR | O_CREAT, 0600),
        .aio_buf = (uintptr_t)"hello",
        .aio_nbytes = 5,
    };
    struct iocb *list[] = { &request };
    struct io_event event;
    aio_context_t ctx = 0;

    syscall(SYS_io_setup, 1, &ctx);
    syscall(SYS_io_submit, ctx, 1L, list);
    syscall(SYS_io_getevents, ctx, 1L, 1L, &event, NULL);

    request.aio_lio_opcode = IOCB_CMD_FSYNC;
    request.aio_buf = 0;
    request.aio_nbytes = 0;
    if (syscall(SYS_io_submit, ctx, 1L, list) == -1) {
        perror("fsync");
        return 1;
    }
    syscall(SYS_io_getevents, ctx, 1L, 1L, &event, NULL);
    return 0;
}
