#include <fcntl.h>
#include <linux/aio_abi.h>
#include <stdint.h>
#include <stdio.h>
#include <sys/syscall.h>
#include <unistd.h>

int main(void)
{
    int file = open("data", O_RDWR | O_CREAT, 0600);
    struct iocb good = {
        .aio_lio_opcode = IOCB_CMD_PWRITE,
        .aio_fildes = file,
        .aio_buf = (uintptr_t)"hello",
        .aio_nbytes = 5,
    };
    struct iocb bad = good;
    bad.aio_fildes = -1;
    struct iocb *list[] = { &good, &bad, &good };
    aio_context_t ctx = 0;

    syscall(SYS_io_setup, 3, &ctx);
    long taken = syscall(SYS_io_submit, ctx, 3L, list);
    printf("%ld of 3 taken\n", taken);
    if (taken < 3 && syscall(SYS_io_submit, ctx, 3 - taken, list + taken) == -1)
        perror("the next one");
    return 0;
}
