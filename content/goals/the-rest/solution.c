#include <linux/aio_abi.h>
#include <poll.h>
#include <stdio.h>
#include <sys/eventfd.h>
#include <sys/syscall.h>
#include <unistd.h>

int main(void)
{
    struct iocb ready = {
        .aio_lio_opcode = IOCB_CMD_POLL,
        .aio_fildes = eventfd(1, 0),
        .aio_buf = POLLIN,
    };
    struct iocb *list[] = { &ready, &ready, &ready };
    struct io_event events[3];
    aio_context_t ctx = 0;

    syscall(SYS_io_setup, 3, &ctx);
    syscall(SYS_io_submit, ctx, 3L, list);
    for (int i = 0; i < 2; i++) {
        long n = syscall(SYS_io_getevents, ctx, 1L, 2L, events, NULL);
        printf("%ld\n", n);
    }
    return 0;
}
