#include <libaio.h>
#include <stdio.h>
#include <string.h>

int main(void)
{
    io_context_t ctx = NULL;

    int r = io_setup(128, &ctx);
    if (r < 0) {
        fprintf(stderr, "io_setup: %s\n", strerror(-r));
        return 1;
    }
    printf("context %p is ready\n", (void *)ctx);

    io_destroy(ctx);
    return 0;
}
