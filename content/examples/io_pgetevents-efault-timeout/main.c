#include <linux/aio_abi.h>
#include <stdio.h>
#include <sys/syscall.h>
#include <time.h>
#include <unistd.h>

int main(void)
{
    struct timespec *nowhere = (struct timespec *)8;
    struct io_event event;
    aio_context_t ctx = 0;

    syscall(SYS_io_setup, 1, &ctx);
    if (syscall(SYS_io_pgetevents, ctx, 0L, 1L, &event, nowhere,
                NULL) == -1)
        perror("io_pgetevents");
    return 0;
}
