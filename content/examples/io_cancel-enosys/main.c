#include <stdio.h>
#include <sys/syscall.h>
#include <unistd.h>

int main(void)
{
    if (syscall(SYS_io_cancel, 0L, NULL, NULL) == -1)
        perror("io_cancel");
    return 0;
}
