#include <linux/aio_abi.h>
#include <poll.h>
#include <stdint.h>
#include <stdio.h>
#include <sys/eventfd.h>
#include <sys/syscall.h>
#include <unistd.h>

int main(void)
{
    int counter = eventfd(0, 0);
    uint64_t one = 1;
    struct iocb watch = {
        .aio_data = (uintptr_t)"watch",
        .aio_lio_opcode = IOCB_CMD_POLL,
        .aio_fildes = counter,
        .aio_buf = POLLIN,
    };
    struct iocb ready = {
        .aio_data = (uintptr_t)"ready",
        .aio_lio_opcode = IOCB_CMD_POLL,
        .aio_fildes = STDOUT_FILENO,
        .aio_buf = POLLOUT,
    };
    struct iocb *list[] = { &watch, &ready };
    struct io_event events[2];
    aio_context_t ctx = 0;

    syscall(SYS_io_setup, 2, &ctx);
    syscall(SYS_io_submit, ctx, 2L, list);
    write(counter, &one, sizeof one);
    syscall(SYS_io_getevents, ctx, 2L, 2L, events, NULL);
    for (int i = 0; i < 2; i++)
        printf("%s: entry %d of the list\n",
               (char *)(uintptr_t)events[i].data,
               events[i].obj == (uintptr_t)&ready);
    return 0;
}
