#include <errno.h>
#include <libaio.h>
#include <stdio.h>
#include <string.h>

int main(void)
{
    struct iocb request, *list[] = { &request };
    io_context_t ctx = NULL;

    io_prep_pwrite(&request, -1, "hello", 5, 0);

    io_setup(1, &ctx);
    int r = io_submit(ctx, 1, list);
    if (r < 0)
        fprintf(stderr, "io_submit: %s\n", strerror(-r));
    printf("r = %d, errno = %d\n", r, errno);
    return 0;
}
