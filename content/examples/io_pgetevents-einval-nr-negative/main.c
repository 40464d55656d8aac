#include <linux/aio_abi.h>
#include <stdio.h>
#include <sys/syscall.h>
#include <unistd.h>

int main(void)
{
    struct io_event events[2];
    aio_context_t ctx = 0;

    syscall(SYS_io_setup, 1, &ctx);
    if (syscall(SYS_io_pgetevents, ctx, 0L, -1L, events, NULL,
                NULL) == -1)
        perror("io_pgetevents");
    return 0;
}
