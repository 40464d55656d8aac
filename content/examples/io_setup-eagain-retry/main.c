#include <linux/aio_abi.h>
#include <stdio.h>
#include <sys/syscall.h>
#include <unistd.h>

int main(void)
{
    aio_context_t ctx = 0;

    for (int attempt = 0; attempt < 2; attempt++)
        if (syscall(SYS_io_setup, 4194304, &ctx) == -1)
            perror("4194304 operations");
    if (syscall(SYS_io_setup, 128, &ctx) == 0)
        puts("128 operations: done");
    return 0;
}
