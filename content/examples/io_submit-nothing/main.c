#include <linux/aio_abi.h>
#include <stdio.h>
#include <sys/syscall.h>
#include <unistd.h>

int main(void)
{
    aio_context_t ctx = 0;

    syscall(SYS_io_setup, 1, &ctx);
    printf("%ld\n", syscall(SYS_io_submit, ctx, 0L, NULL));
    if (syscall(SYS_io_submit, (aio_context_t)0, 0L, NULL) == -1)
        perror("without a context");
    return 0;
}
