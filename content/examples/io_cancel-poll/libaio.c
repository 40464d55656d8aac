#include <errno.h>
#include <libaio.h>
#include <poll.h>
#include <stdio.h>
#include <sys/eventfd.h>

int main(void)
{
    struct iocb pending, *list[] = { &pending };
    struct io_event event;
    io_context_t ctx = NULL;

    io_prep_poll(&pending, eventfd(0, 0), POLLIN);

    io_setup(1, &ctx);
    io_submit(ctx, 1, list);

    int r = io_cancel(ctx, &pending, NULL);
    if (r == -EINPROGRESS) {
        io_getevents(ctx, 1, 1, &event, NULL);
        printf("cancelled, res is %ld\n", (long)event.res);
    }
    printf("r = %d, errno = %d\n", r, errno);
    return 0;
}
