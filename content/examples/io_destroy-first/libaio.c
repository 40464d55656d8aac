#include <libaio.h>
#include <stdio.h>

int main(void)
{
    io_context_t ctx = NULL;

    io_setup(1, &ctx);
    if (io_destroy(ctx) == 0)
        ctx = NULL;
    if (io_setup(1, &ctx) == 0)
        puts("destroyed, and made anew");
    return 0;
}
