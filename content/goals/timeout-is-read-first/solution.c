#include <linux/aio_abi.h>
#include <stdio.h>
#include <sys/syscall.h>
#include <unistd.h>

int main(void)
{
    struct io_event event;
    aio_context_t ctx = 0;

    if (syscall(SYS_io_getevents, ctx, 1L, 1L, &event, (void *)8) == -1)
        perror("io_getevents");
    return 0;
}
