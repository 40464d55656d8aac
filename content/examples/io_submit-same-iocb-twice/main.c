#include <fcntl.h>
#include <linux/aio_abi.h>
#include <stdint.h>
#include <stdio.h>
#include <sys/syscall.h>
#include <unistd.h>

int main(void)
{
    int file = open("data", O_CREAT | O_RDWR, 0600);
    struct iocb request = {
        .aio_lio_opcode = IOCB_CMD_PWRITE,
        .aio_fildes = file,
        .aio_buf = (uintptr_t)"hello",
        .aio_nbytes = 5,
    };
    struct iocb *list[] = { &request, &request };
    struct io_event events[2];
    aio_context_t ctx = 0;

    syscall(SYS_io_setup, 2, &ctx);
    syscall(SYS_io_submit, ctx, 2L, list);
    syscall(SYS_io_getevents, ctx, 2L, 2L, events, NULL);
    printf("res = %lld, res = %lld\n", events[0].res, events[1].res);
    return 0;
}
