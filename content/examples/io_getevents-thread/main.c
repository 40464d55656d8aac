#include <linux/aio_abi.h>
#include <poll.h>
#include <pthread.h>
#include <stdio.h>
#include <sys/eventfd.h>
#include <sys/syscall.h>
#include <unistd.h>

static aio_context_t ctx;

static void *reap(void *unused)
{
    struct io_event event;

    if (syscall(SYS_io_getevents, ctx, 1L, 1L, &event, NULL) == 1)
        puts("the event is here, in the other thread");
    return unused;
}

int main(void)
{
    struct iocb ready = {
        .aio_lio_opcode = IOCB_CMD_POLL,
        .aio_fildes = eventfd(1, 0),
        .aio_buf = POLLIN,
    };
    struct iocb *list[] = { &ready };
    pthread_t thread;

    syscall(SYS_io_setup, 1, &ctx);
    syscall(SYS_io_submit, ctx, 1L, list);
    pthread_create(&thread, NULL, reap, NULL);
    pthread_join(thread, NULL);
    return 0;
}
