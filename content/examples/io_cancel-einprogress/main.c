#include <linux/aio_abi.h>
#include <poll.h>
#include <stdio.h>
#include <sys/eventfd.h>
#include <sys/syscall.h>
#include <unistd.h>

int main(void)
{
    struct iocb pending = {
        .aio_lio_opcode = IOCB_CMD_POLL,
        .aio_fildes = eventfd(0, 0),
        .aio_buf = POLLIN,
    };
    struct iocb *list[] = { &pending };
    aio_context_t ctx = 0;

    syscall(SYS_io_setup, 1, &ctx);
    syscall(SYS_io_submit, ctx, 1L, list);
    if (syscall(SYS_io_cancel, ctx, &pending, NULL) == -1)
        perror("io_cancel");
    return 0;
}
