#include <errno.h>
#include <linux/aio_abi.h>
#include <stdio.h>
#include <sys/syscall.h>
#include <unistd.h>

int main(void)
{
    aio_context_t ctx = 0;

    if (syscall(SYS_io_setup, 1, &ctx) == -1 && errno == ENOSYS)
        puts("no native AIO here, falling back to pread()");
    return 0;
}
