#include <linux/aio_abi.h>
#include <poll.h>
#include <sys/eventfd.h>
#include <sys/syscall.h>
#include <unistd.h>

int main(void)
{
    int never = eventfd(0, 0);
    struct iocb request = {
        .aio_lio_opcode = IOCB_CMD_POLL,
        .aio_fildes = never,
        .aio_buf = POLLIN,
    };
    struct iocb *list[] = { &request };
    aio_context_t ctx = 0;

    syscall(SYS_io_setup, 1, &ctx);
    syscall(SYS_io_submit, ctx, 1L, list);

    struct iocb copy = request;
    syscall(SYS_io_cancel, ctx, &copy, NULL);
    return 0;
}
