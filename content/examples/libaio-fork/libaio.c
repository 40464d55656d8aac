#include <libaio.h>
#include <stdio.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

int main(void)
{
    struct timespec none = { 0, 0 };
    struct io_event event;
    io_context_t ctx = NULL;

    io_setup(1, &ctx);
    if (fork() == 0) {
        int looked = io_getevents(ctx, 1, 1, &event, &none);
        int asked = io_getevents(ctx, 1, 1, &event, NULL);
        printf("looked: %d, asked: %d\n", looked, asked);
        return 0;
    }
    wait(NULL);
    return 0;
}
