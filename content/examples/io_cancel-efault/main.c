#include <linux/aio_abi.h>
#include <stdio.h>
#include <sys/syscall.h>
#include <unistd.h>

int main(void)
{
    aio_context_t ctx = 0;

    if (syscall(SYS_io_cancel, ctx, NULL, NULL) == -1)
        perror("io_cancel");
    return 0;
}
