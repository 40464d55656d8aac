#include <linux/aio_abi.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <sys/eventfd.h>
#include <sys/syscall.h>
#include <unistd.h>

struct aio_sigset {
    const sigset_t *sigmask;
    size_t sigsetsize;
};

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
    sigset_t all;
    struct aio_sigset block = { &all, 8 };

    sigfillset(&all);
    syscall(SYS_io_setup, 1, &ctx);
    syscall(SYS_io_submit, ctx, 1L, list);
    long n = syscall(SYS_io_pgetevents, ctx, 1L, 1L, &event, NULL,
                     &block);
    printf("%ld event, and no signal could get in\n", n);
    return 0;
}
