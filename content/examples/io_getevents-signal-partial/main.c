#include <linux/aio_abi.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <sys/eventfd.h>
#include <sys/syscall.h>
#include <unistd.h>

static void on_alarm(int number)
{
    (void)number;
}

int main(void)
{
    struct iocb ready = {
        .aio_lio_opcode = IOCB_CMD_POLL,
        .aio_fildes = eventfd(1, 0),
        .aio_buf = POLLIN,
    };
    struct iocb *list[] = { &ready };
    struct io_event events[2];
    aio_context_t ctx = 0;

    signal(SIGALRM, on_alarm);
    syscall(SYS_io_setup, 2, &ctx);
    syscall(SYS_io_submit, ctx, 1L, list);
    ualarm(100000, 0);
    long n = syscall(SYS_io_getevents, ctx, 2L, 2L, events, NULL);
    printf("asked for 2, got %ld\n", n);
    return 0;
}
