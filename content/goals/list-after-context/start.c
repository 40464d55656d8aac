#include <linux/aio_abi.h>
#include <stdio.h>
#include <sys/syscall.h>
#include <unistd.h>

int main(void)
{
    aio_context_t ctx = 0;

    if (syscall(SYS_io_submit, ctx, 1L, NULL) == -1)
        perror("io_submit");
    return 0;
}
