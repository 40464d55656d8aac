#include <libaio.h>
#include <signal.h>
#include <stdio.h>
#include <time.h>

int main(void)
{
    struct timespec brief = { 0, 10000000 };
    struct io_event event;
    sigset_t held;
    io_context_t ctx = NULL;

    sigfillset(&held);
    io_setup(1, &ctx);
    printf("%d events\n",
           io_pgetevents(ctx, 1, 1, &event, &brief, &held));
    return 0;
}
