#include <errno.h>
#include <libaio.h>
#include <stdio.h>
#include <string.h>

int main(void)
{
    io_context_t ctx = NULL;

    int r = io_queue_init(0, &ctx);
    if (r < 0)
        fprintf(stderr, "io_queue_init: %s\n", strerror(-r));
    printf("r = %d, errno = %d\n", r, errno);
    return 0;
}
