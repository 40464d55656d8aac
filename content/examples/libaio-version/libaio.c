#include <libaio.h>
#include <stdio.h>
#include <time.h>

int main(void)
{
    struct timespec brief = { 0, 10000000 };
    struct io_event event;
    io_context_t ctx = NULL;

    io_setup(1, &ctx);
    printf("io_getevents:  %d\n",
           io_getevents(ctx, 1, 1, &event, &brief));
    printf("io_pgetevents: %d\n",
           io_pgetevents(ctx, 1, 1, &event, &brief, NULL));
    return 0;
}
