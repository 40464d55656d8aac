#include <linux/aio_abi.h>
#include <stdio.h>
#include <sys/syscall.h>
#include <unistd.h>

int main(void)
{
    aio_context_t held = 0, ctx = 0;

    syscall(SYS_io_setup, 65000, &held);
    if (syscall(SYS_io_setup, 2304, &ctx) == -1)
        perror("io_setup");
    return 0;
}
