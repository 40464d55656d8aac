#include <linux/aio_abi.h>
#include <stdio.h>
#include <sys/syscall.h>
#include <unistd.h>

int main(void)
{
    aio_context_t wild[] = { 0, 4711, -1 };

    for (int i = 0; i < 3; i++) {
        if (syscall(SYS_io_destroy, wild[i]) == -1)
            perror("io_destroy");
    }
    return 0;
}
