#include <linux/aio_abi.h>
#include <poll.h>
#include <stdio.h>
#include <sys/eventfd.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

static long reap(aio_context_t ctx, struct io_event *event)
{
    return syscall(SYS_io_getevents, ctx, 1L, 1L, event, NULL);
}

int main(void)
{
    struct iocb ready = {
        .aio_lio_opcode = IOCB_CMD_POLL,
        .aio_fildes = eventfd(1, 0),
        .aio_buf = POLLIN,
    };
    struct iocb *list[] = { &ready };
    struct io_event event;
    aio_context_t ctx = 0;

    syscall(SYS_io_setup, 1, &ctx);
    syscall(SYS_io_submit, ctx, 1L, list);

    if (fork() == 0) {
        if (reap(ctx, &event) == -1)
            perror("io_getevents in the child");
        _exit(0);
    }
    wait(NULL);
    printf("the parent gets %ld\n", reap(ctx, &event));
    return 0;
}
