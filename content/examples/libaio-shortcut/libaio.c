#include <libaio.h>
#include <stdio.h>
#include <time.h>

int main(void)
{
    struct timespec none = { 0, 0 }, brief = { 0, 1 };
    struct io_event event;
    io_context_t ctx = NULL;

    io_setup(1, &ctx);
    int looked = io_getevents(ctx, 5, 1, &event, &none);
    int asked = io_getevents(ctx, 5, 1, &event, &brief);
    printf("no timeout: %d\n", looked);
    printf("1 ns:       %d\n", asked);
    return 0;
}
