#include <linux/aio_abi.h>
#include <stddef.h>
#include <stdio.h>
#include <sys/syscall.h>
#include <unistd.h>

int main(void)
{
    if (syscall(SYS_io_setup, 1, NULL) == -1)
        perror("io_setup");
    return 0;
}
