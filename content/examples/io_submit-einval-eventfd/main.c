#include <linux/aio_abi.h>
#include <stdint.h>
#include <stdio.h>
#include <sys/syscall.h>
#include <unistd.h>

int main(void)
{
    int ends[2];

    pipe(ends);

    struct iocb request = {
        .aio_lio_opcode = IOCB_CMD_PWRITE,
        .aio_fildes = STDOUT_FILENO,
        .aio_buf = (uintptr_t)"hello",
        .aio_nbytes = 5,
        .aio_flags = IOCB_FLAG_RESFD,
        .aio_resfd = ends[1],
    };
    struct iocb *list[] = { &request };
    aio_context_t ctx = 0;

    syscall(SYS_io_setup, 1, &ctx);
    if (syscall(SYS_io_submit, ctx, 1L, list) == -1)
        perror("io_submit");
    return 0;
}
