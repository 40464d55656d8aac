#include <linux/aio_abi.h>
#include <stdio.h>
#include <sys/syscall.h>
#include <unistd.h>

int main(void)
{
    aio_context_t ctx = 0;

    syscall(SYS_io_setup, 1, &ctx);
    unsigned *id = (unsigned *)ctx;

    *id += 1;
    if (syscall(SYS_io_destroy, ctx) == -1)
        perror("io_destroy");
    *id -= 1;
    if (syscall(SYS_io_destroy, ctx) == 0)
        puts("destroyed");
    return 0;
}
