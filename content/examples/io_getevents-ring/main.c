#include <linux/aio_abi.h>
#include <poll.h>
#include <stdio.h>
#include <sys/eventfd.h>
#include <sys/syscall.h>
#include <unistd.h>

struct ring {
    unsigned id, nr, head, tail;
    unsigned magic, compat, incompat, header_length;
    struct io_event events[];
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

    syscall(SYS_io_setup, 1, &ctx);
    syscall(SYS_io_submit, ctx, 1L, list);

    struct ring *ring = (struct ring *)ctx;
    unsigned tail = __atomic_load_n(&ring->tail, __ATOMIC_ACQUIRE);
    for (unsigned at = ring->head; at != tail;) {
        printf("slot %u: res %lld\n", at, ring->events[at].res);
        at = (at + 1) % ring->nr;
        __atomic_store_n(&ring->head, at, __ATOMIC_RELEASE);
    }
    syscall(SYS_io_getevents, ctx, 0L, 1L, &event, NULL);
    return 0;
}
