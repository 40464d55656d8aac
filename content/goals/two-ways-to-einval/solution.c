#include <linux/aio_abi.h>
#include <stdio.h>
#include <sys/syscall.h>
#include <unistd.h>

int main(void)
{
    aio_context_t ctx = 0;

    if (syscall(SYS_io_setup, 0, &ctx) == -1)
        perror("no room");
    syscall(SYS_io_setup, 1, &ctx);
    if (syscall(SYS_io_setup, 1, &ctx) == -1)
        perror("a handle in the way");
    return 0;
}
