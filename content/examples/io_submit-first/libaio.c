#include <fcntl.h>
#include <libaio.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

int main(void)
{
    int file = open("data", O_CREAT | O_RDWR, 0600);
    char buffer[64];
    struct iocb request, *list[] = { &request };
    struct io_event event;
    io_context_t ctx = NULL;

    write(file, "hello", 5);
    io_prep_pread(&request, file, buffer, sizeof buffer, 0);

    io_setup(1, &ctx);
    int r = io_submit(ctx, 1, list);
    if (r != 1) {
        fprintf(stderr, "io_submit: %s\n", strerror(-r));
        return 1;
    }
    io_getevents(ctx, 1, 1, &event, NULL);
    printf("%ld bytes: %.*s\n", (long)event.res, (int)event.res,
           buffer);

    io_destroy(ctx);
    return 0;
}
