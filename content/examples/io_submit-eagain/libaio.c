#include <errno.h>
#include <libaio.h>
#include <poll.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

enum { MANY = 4096 };

int main(void)
{
    static struct iocb never, *list[MANY];
    int ends[2];
    io_context_t ctx = NULL;

    pipe(ends);
    io_prep_poll(&never, ends[0], POLLIN);
    for (int i = 0; i < MANY; i++)
        list[i] = &never;

    io_setup(1, &ctx);
    int taken = io_submit(ctx, MANY, list);
    printf("asked for room for 1, got room for %d\n", taken);
    int r = io_submit(ctx, 1, list);
    if (r < 0)
        fprintf(stderr, "one more: %s\n", strerror(-r));
    printf("r = %d, errno = %d\n", r, errno);
    return 0;
}
