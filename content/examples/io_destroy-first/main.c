#include <linux/aio_abi.h>
#include <stdio.h>
#include <sys/syscall.h>
#include <unistd.h>

int main(void)
{
    aio_context_t ctx = 0;

    syscall(SYS_io_setup, 1, &ctx);
    if (syscall(SYS_io_destroy, ctx) == 0)
        ctx = 0;
    if (syscall(SYS_io_setup, 1, &ctx) == 0)
        puts("destroyed, and made anew");
    return 0;
}
