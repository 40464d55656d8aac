#include <errno.h>
#include <libaio.h>
#include <stdio.h>

int main(void)
{
    io_context_t ctx = NULL;

    for (int attempt = 0; attempt < 2; attempt++)
        if (io_setup(4194304, &ctx) == -EAGAIN)
            puts("4194304 operations: EAGAIN");
    if (io_setup(128, &ctx) == 0)
        puts("128 operations: done");
    return 0;
}
