#include <errno.h>
#include <libaio.h>
#include <stdio.h>
#include <string.h>

int main(void)
{
    int r = io_setup(1, NULL);
    if (r < 0)
        fprintf(stderr, "io_setup: %s\n", strerror(-r));
    printf("r = %d, errno = %d\n", r, errno);
    return 0;
}
