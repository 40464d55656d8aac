#include <linux/aio_abi.h>
#include <sys/syscall.h>
#include <unistd.h>

int main(void)
{
    aio_context_t ctx = 8;

    syscall(SYS_io_setup, 8, &ctx);
    return 0;
}
