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
    struct iocb *list[] = { &request, NULL };
    aio_context_t ctx = 0;

    syscall(SYS_io_setup, 1, &ctx);
    long taken = syscall(SYS_io_submit, ctx, 2L, list);
    printf("%ld of 2 taken\n", taken);
    return 0;
}
