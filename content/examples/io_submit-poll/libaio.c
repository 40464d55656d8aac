#include <libaio.h>
#include <poll.h>
#include <stdio.h>
#include <time.h>
#include <unistd.h>

int main(void)
{
    struct iocb request, *list[] = { &request };
    struct timespec now = { 0, 0 };
    struct io_event event;
    int ends[2];
    io_context_t ctx = NULL;

    pipe(ends);
    io_prep_poll(&request, ends[0], POLLIN);

    io_setup(1, &ctx);
    io_submit(ctx, 1, list);
    int r = io_getevents(ctx, 1, 1, &event, &now);
    printf("too early: %d\n", r);
    write(ends[1], "x", 1);
    io_getevents(ctx, 1, 1, &event, NULL);
    printf("ready: %s\n", event.res & POLLIN ? "POLLIN" : "?");
    return 0;
}
