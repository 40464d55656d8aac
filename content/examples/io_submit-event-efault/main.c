#include <fcntl.h>
#include <linux/aio_abi.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <sys/syscall.h>
#include <unistd.h>

int main(void)
{
    int file = open("data", O_CREAT | O_RDWR, 0600);
    struct iocb request = {
        .aio_lio_opcode = IOCB_CMD_PWRITE,
        .aio_fildes = file,
        .aio_buf = (uintptr_t)NULL,
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
