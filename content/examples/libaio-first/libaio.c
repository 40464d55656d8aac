#include <fcntl.h>
#include <libaio.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

int main(void)
{
    int file = open("data", O_CREAT | O_RDWR, 0600);
    struct iocb request, *list[] = { &request };
    struct io_event event;
    char buffer[64];
    io_context_t ctx = NULL;

    write(file, "hello", 5);
    int failed = io_setup(1, &ctx);
    if (failed < 0) {
        fprintf(stderr, "io_setup: %s\n", strerror(-failed));
        return 1;
    }
    io_prep_pread(&request, file, buffer, sizeof buffer, 0);
    io_submit(ctx, 1, list);
    io_getevents(ctx, 1, 1, &event, NULL);
    printf("%.*s\n", (int)event.res, buffer);

    io_destroy(ctx);
    return 0;
}
