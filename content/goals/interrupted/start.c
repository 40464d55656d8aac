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
    struct sigaction action = { .sa_handler = on_alarm };
    struct iocb request = {
        .aio_lio_opcode = IOCB_CMD_POLL,
        .aio_fildes = eventfd(0, 0),
        .aio_buf = POLLIN,
    };
    struct iocb *list[] = { &request };
    struct io_event event;
    aio_context_t ctx = 0;

    sigaction(SIGALRM, &action, NULL);
    syscall(SYS_io_setup, 1, &ctx);
    syscall(SYS_io_submit, ctx, 1L, list);
    ualarm(50000, 0);
    if (syscall(SYS_io_getevents, ctx, 1L, 1L, &event, NULL) == -1)
        perror("io_getevents");
    return 0;
}
