#include <errno.h>
#include <libaio.h>
#include <stdio.h>
#include <string.h>
#include <sys/resource.h>

int main(void)
{
    struct rlimit nothing_more = { 0, 0 };
    io_context_t ctx = NULL;

    setrlimit(RLIMIT_AS, &nothing_more);
    int r = io_setup(1, &ctx);
    if (r < 0)
        fprintf(stderr, "io_setup: %s\n", strerror(-r));
    printf("r = %d, errno = %d\n", r, errno);
    return 0;
}
