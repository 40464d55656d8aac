#include <linux/aio_abi.h>
#include <poll.h>
#include <stdio.h>
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
    int taken = 0;
    while (syscall(SYS_io_submit, ctx, 1L, list) == 1)
        taken++;
    printf("%d taken, asked for 1\n", taken);
    perror("one more");
    return 0;
}
