#include <fcntl.h>
#include <libaio.h>
#include <stdio.h>

int main(void)
{
    char text[] = "hello\n";
    int file = open("greeting", O_WRONLY | O_CREAT, 0600);
    struct iocb request, *list[] = { &request };
    struct io_event event;
    io_context_t ctx = NULL;

    io_prep_pwrite(&request, file, text, sizeof text - 1, 0);

    io_setup(1, &ctx);
    io_submit(ctx, 1, list);
    if (io_getevents(ctx, 1, 1, &event, NULL) == 1)
        printf("%ld bytes written\n", (long)event.res);

    io_destroy(ctx);
    return 0;
}
