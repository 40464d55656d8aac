#include <fcntl.h>
#include <libaio.h>
#include <stdio.h>
#include <sys/eventfd.h>

int main(void)
{
    int file = open("data", O_CREAT | O_RDWR, 0600);
    int done = eventfd(0, EFD_NONBLOCK);
    struct iocb lost, kept, *list[] = { &lost, &kept };
    eventfd_t count = 0;
    io_context_t ctx = NULL;

    io_set_eventfd(&lost, done);
    io_prep_pwrite(&lost, file, "hello", 5, 0);

    io_prep_pwrite(&kept, file, "hello", 5, 0);
    io_set_eventfd(&kept, done);

    io_setup(2, &ctx);
    io_submit(ctx, 1, &list[0]);
    eventfd_read(done, &count);
    printf("set before: %d\n", (int)count);
    io_submit(ctx, 1, &list[1]);
    eventfd_read(done, &count);
    printf("set after:  %d\n", (int)count);
    return 0;
}
