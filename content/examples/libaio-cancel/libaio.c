#include <libaio.h>
#include <poll.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

int main(void)
{
    struct iocb request, *list[] = { &request };
    struct io_event event;
    int ends[2];
    io_context_t ctx = NULL;

    pipe(ends);
    io_setup(1, &ctx);
    io_prep_poll(&request, ends[0], POLLIN);
    io_submit(ctx, 1, list);

    int cancelled = io_cancel(ctx, &request, &event);
    printf("%d: %s\n", cancelled, strerror(-cancelled));
    io_getevents(ctx, 1, 1, &event, NULL);
    return 0;
}
