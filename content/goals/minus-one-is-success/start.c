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
    struct io_event event;
    aio_context_t ctx = 0;

    syscall(SYS_io_setup, 1, &ctx);
    syscall(SYS_io_submit, ctx, 1L, list);
    if (syscall(SYS_io_cancel, ctx, &pending, &event) == -1) {
        perror("not cancelled");
        return 1;
    }
    return 0;
}
