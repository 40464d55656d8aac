#include <errno.h>
#include <libaio.h>
#include <stdio.h>
#include <string.h>

int main(void)
{
    io_context_t ctx = NULL;

    io_setup(1, &ctx);
    int r = io_setup(1, &ctx);
    if (r < 0)
        fprintf(stderr, "io_setup, again: %s\n", strerror(-r));
    printf("r = %d, errno = %d\n", r, errno);
    return 0;
}
