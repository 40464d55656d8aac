#include <linux/aio_abi.h>
#include <stdio.h>
#include <sys/syscall.h>
#include <unistd.h>

int main(void)
{
    struct iocb request = { 0 };
    aio_context_t ctx = 0;

    if (syscall(SYS_io_cancel, ctx, &request, NULL) == -1)
        perror("io_cancel");
    return 0;
}
