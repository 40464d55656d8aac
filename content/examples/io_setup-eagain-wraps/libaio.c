#include <errno.h>
#include <libaio.h>
#include <limits.h>
#include <stdio.h>
#include <string.h>

int main(void)
{
    io_context_t ctx = NULL;

    int r = io_setup(INT_MIN, &ctx);
    if (r < 0)
        fprintf(stderr, "io_setup: %s\n", strerror(-r));
    printf("r = %d, errno = %d\n", r, errno);
    return 0;
}
