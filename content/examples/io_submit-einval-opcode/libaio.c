#include <errno.h>
#include <libaio.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

int main(void)
{
    struct iocb request = {
        .aio_lio_opcode = IO_CMD_PWRITEV + 1,
        .aio_fildes = STDOUT_FILENO,
    };
    struct iocb *list[] = { &request };
    io_context_t ctx = NULL;

    io_setup(1, &ctx);
    int r = io_submit(ctx, 1, list);
    if (r < 0)
        fprintf(stderr, "io_submit: %s\n", strerror(-r));
    printf("r = %d, errno = %d\n", r, errno);
    return 0;
}
