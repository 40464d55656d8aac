#include <linux/aio_abi.h>
#include <poll.h>
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
    syscall(SYS_io_getevents, ctx, 0L, 1L, &event, NULL);

    eventfd_write(pending.aio_fildes, 1);
    syscall(SYS_io_getevents, ctx, 1L, 1L, &event, NULL);
    return 0;
}
