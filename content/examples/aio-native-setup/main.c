#include <linux/aio_abi.h>
#include <stdio.h>
#include <sys/syscall.h>
#include <unistd.h>

int main(void)
{
    aio_context_t ctx = 0;

    long result = syscall(SYS_io_setup, 1, &ctx);
    printf("io_setup returned %ld\n", result);
    return 0;
}
