#include <libaio.h>
#include <stdio.h>
#include <time.h>

int main(void)
{
    struct timespec at_once = { 0 };
    struct io_event event;
    io_context_t ctx = NULL;

    io_setup(1, &ctx);
    int r = io_getevents(ctx, 1, 1, &event, &at_once);
    printf("%d events\n", r);
    return 0;
}
