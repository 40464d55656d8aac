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
    io_context_t ctx = NULL;

    write(file, "hello", 5);
    io_setup(1, &ctx);
    io_prep_pread(&request, file, (void *)4096, 5, 0);
    io_submit(ctx, 1, list);
    io_getevents(ctx, 1, 1, &event, NULL);

    long res = event.res;
    printf("as declared: %lu\n", event.res);
    printf("as meant:    %ld, %s\n", res, strerror(-res));
    return 0;
}
