#include <linux/aio_abi.h>
#include <stdio.h>
#include <sys/syscall.h>
#include <time.h>
#include <unistd.h>

int main(void)
{
    struct timespec timeout = { 0 };
    struct io_event event;
    aio_context_t ctx = 0;

    if (syscall(SYS_io_getevents, ctx, 1L, 1L, &event, &timeout) == -1)
        perror("io_getevents");
    return 0;
}
