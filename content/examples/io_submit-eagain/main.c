#include <linux/aio_abi.h>
#include <poll.h>
#include <stdio.h>
#include <sys/syscall.h>
#include <unistd.h>

enum { MANY = 4096 };

int main(void)
{
    static struct iocb *list[MANY];
    int ends[2];
    aio_context_t ctx = 0;

    pipe(ends);
    struct iocb never = {
        .aio_lio_opcode = IOCB_CMD_POLL,
        .aio_fildes = ends[0],
        .aio_buf = POLLIN,
    };
    for (int i = 0; i < MANY; i++)
        list[i] = &never;

    syscall(SYS_io_setup, 1, &ctx);
    long taken = syscall(SYS_io_submit, ctx, (long)MANY, list);
    printf("asked for room for 1, got room for %ld\n", taken);
    if (syscall(SYS_io_submit, ctx, 1L, list) == -1)
        perror("one more");
    return 0;
}
