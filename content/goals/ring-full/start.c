#include <linux/aio_abi.h>
#include <poll.h>
#include <sys/syscall.h>
#include <unistd.h>

int main(void)
{
    int ends[2];
    aio_context_t ctx = 0;

    pipe(ends);
    struct iocb never = {
        .aio_lio_opcode = IOCB_CMD_POLL,
        .aio_fildes = ends[0],
        .aio_buf = POLLIN,
    };
    struct iocb *list[] = { &never };

    syscall(SYS_io_setup, 1, &ctx);
    for (int i = 0; i < 8; i++)
        syscall(SYS_io_submit, ctx, 1L, list);
    return 0;
}
