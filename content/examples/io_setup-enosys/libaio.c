#include <errno.h>
#include <libaio.h>
#include <stdio.h>

int main(void)
{
    io_context_t ctx = NULL;

    int r = io_setup(1, &ctx);
    if (r == -ENOSYS)
        puts("no native AIO here, falling back to pread()");
    printf("r = %d, errno = %d\n", r, errno);
    return 0;
}
