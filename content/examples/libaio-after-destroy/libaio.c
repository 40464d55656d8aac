#include <libaio.h>
#include <stdio.h>

int main(void)
{
    struct io_event event;
    io_context_t ctx = NULL;

    io_setup(1, &ctx);
    io_destroy(ctx);
    int count = io_getevents(ctx, 0, 1, &event, NULL);
    printf("never printed: %d\n", count);
    return 0;
}
