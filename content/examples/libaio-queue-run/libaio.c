#include <fcntl.h>
#include <libaio.h>
#include <stdio.h>

static void done(io_context_t ctx, struct iocb *request, long res,
                 long res2)
{
    (void)ctx;
    (void)res2;
    printf("%lld: %ld bytes\n", request->u.c.offset, res);
}

int main(void)
{
    int file = open("data", O_CREAT | O_RDWR, 0600);
    struct iocb head, tail, *list[] = { &head, &tail };
    io_context_t ctx = NULL;

    io_prep_pwrite(&head, file, "hello", 5, 0);
    io_prep_pwrite(&tail, file, "you", 3, 6);
    io_set_callback(&head, done);
    io_set_callback(&tail, done);

    io_setup(2, &ctx);
    io_submit(ctx, 2, list);
    printf("io_queue_run: %d\n", io_queue_run(ctx));
    return 0;
}
