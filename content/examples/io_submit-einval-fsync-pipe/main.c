#include <linux/aio_abi.h>
#include <stdio.h>
#include <sys/syscall.h>
#include <unistd.h>

int main(void)
{
    int ends[2];

    pipe(ends);

    struct iocb request = {
        .aio_lio_opcode = IOCB_CMD_FSYNC,
        .aio_fildes = ends[1],
    };
    struct iocb *list[] = { &request };
    aio_context_t ctx = 0;

    syscall(SYS_io_setup, 1, &ctx);
    if (syscall(SYS_io_submit, ctx, 1L, list) == -1)
        perror("io_submit");
    return 0;
}
