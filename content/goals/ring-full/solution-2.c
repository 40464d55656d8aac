#include <linux/aio_abi.h>
#include <poll.h>
#include <stdio.h>
#include <sys/syscall.h>
#include <unistd.h>

int main(void)
{
    static struct iocb *list[4096];
    int ends[2];
    aio_context_t ctx = 0;

    pipe(ends);
    struct iocb never = {
        .aio_lio_opcode = IOCB_CMD_POLL,
        .aio_fildes = ends[0],
        .aio_buf = POLLIN,
    };
    for (int i = 0; i < 4096; i++)
        list[i] = &never;

    syscall(SYS_io_setup, 1, &ctx);
    syscall(SYS_io_submit, ctx, 4096L, list);
    if (syscall(SYS_io_submit, ctx, 1L, list) == -1)
        perror("one more");
    return 0;
}
