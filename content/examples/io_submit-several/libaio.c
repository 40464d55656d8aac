#include <fcntl.h>
#include <libaio.h>
#include <stdint.h>
#include <stdio.h>

int main(void)
{
    int file = open("data", O_CREAT | O_RDWR, 0600);
    struct iocb requests[3], *list[3];
    struct io_event events[3];
    io_context_t ctx = NULL;

    for (int i = 0; i < 3; i++) {
        io_prep_pwrite(&requests[i], file, "abcdef", 2 * i + 2, 10 * i);
        requests[i].data = (void *)(intptr_t)i;
        list[i] = &requests[i];
    }

    io_setup(3, &ctx);
    io_submit(ctx, 3, list);
    int count = io_getevents(ctx, 3, 3, events, NULL);
    for (int i = 0; i < count; i++)
        printf("request %ld: %ld bytes\n", (long)events[i].data,
               (long)events[i].res);
    return 0;
}
