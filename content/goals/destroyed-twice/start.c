#include <linux/aio_abi.h>
#include <sys/syscall.h>
#include <unistd.h>

int main(void)
{
    aio_context_t ctx = 0;

    syscall(SYS_io_destroy, ctx);
    syscall(SYS_io_setup, 1, &ctx);
    syscall(SYS_io_destroy, ctx);
    return 0;
}
