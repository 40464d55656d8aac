#include <errno.h>
#include <stdio.h>
#include <sys/syscall.h>
#include <unistd.h>

int main(void)
{
    syscall(SYS_io_getevents, 0L, 0L, 0L, NULL, NULL);
    puts(errno == ENOSYS ? "no native AIO" : "native AIO");
    return 0;
}
