#include <linux/aio_abi.h>
#include <stdio.h>
#include <sys/syscall.h>
#include <unistd.h>

int main(void)
{
    aio_context_t ctx = 0;

    if (syscall(SYS_io_setup, 128, &ctx) == -1) {
        perror("io_setup");
        return 1;
    }
    printf("context %#llx is ready\n", (unsigned long long)ctx);

    syscall(SYS_io_destroy, ctx);
    return 0;
}
