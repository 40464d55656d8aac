#include <fcntl.h>
#include <linux/aio_abi.h>
#include <stdint.h>
#include <stdio.h>
#include <sys/syscall.h>
#include <unistd.h>

int main(void)
{
    int file = open("data", O_RDWR | O_CREAT, 0600);
    struct iocb first = {
        .aio_data = 1,
        .aio_lio_opcode = IOCB_CMD_PWRITE,
        .aio_fildes = file,
        .aio_buf = (uintptr_t)"one",
        .aio_nbytes = 3,
    };
    struct iocb second = {
        .aio_data = 2,
        .aio_lio_opcode = IOCB_CMD_PWRITE,
        .aio_fildes = file,
        .aio_buf = (uintptr_t)"second",
        .aio_nbytes = 6,
        .aio_offset = 3,
    };
    struct iocb *list[] = { &first, &second };
    struct io_event events[2];
    aio_context_t ctx = 0;

    syscall(SYS_io_setup, 2, &ctx);
    syscall(SYS_io_submit, ctx, 2L, list);
    syscall(SYS_io_getevents, ctx, 2L, 2L, events, NULL);
    for (int i = 0; i < 2; i++)
        printf("request %lld: res = %lld\n", events[i].data, events[i].res);
    return 0;
}
