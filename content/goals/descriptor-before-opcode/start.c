#include <linux/aio_abi.h>
#include <stdio.h>
#include <sys/syscall.h>
#include <unistd.h>

int main(void)
{
    struct iocb request = {
        .aio_lio_opcode = IOCB_CMD_NOOP,
        .aio_fildes = STDOUT_FILENO,
    };
    struct iocb *list[] = { &request };
    aio_context_t ctx = 0;

    syscall(SYS_io_setup, 1, &ctx);
    if (syscall(SYS_io_submit, ctx, 1L, list) == -1)
        perror("io_submit");
    return 0;
}
