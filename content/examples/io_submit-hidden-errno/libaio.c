#include <errno.h>
#include <fcntl.h>
#include <libaio.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

int main(void)
{
    int file = open("data", O_CREAT | O_RDWR, 0600);
    struct iocb requests[3], *list[3];
    io_context_t ctx = NULL;

    for (int i = 0; i < 3; i++) {
        io_prep_pwrite(&requests[i], i == 1 ? -1 : file, "abcdef",
                       2 * i + 2, 10 * i);
        requests[i].data = (void *)(intptr_t)i;
        list[i] = &requests[i];
    }

    io_setup(3, &ctx);
    int n = io_submit(ctx, 3, list);
    printf("%d of 3 taken\n", n);
    int r = io_submit(ctx, 3 - n, list + n);
    if (r < 0)
        fprintf(stderr, "the rest: %s\n", strerror(-r));
    printf("r = %d, errno = %d\n", r, errno);
    return 0;
}
