#include <linux/aio_abi.h>
#include <stdio.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

int main(void)
{
    struct rlimit nothing_more = { 0, 0 };
    aio_context_t ctx = 0;

    setrlimit(RLIMIT_AS, &nothing_more);
    if (syscall(SYS_io_setup, 1, &ctx) == -1)
        perror("io_setup");
    return 0;
}
