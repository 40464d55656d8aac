#include <errno.h>
#include <stdio.h>
#include <sys/syscall.h>
#include <unistd.h>

int main(void)
{
    syscall(SYS_io_pgetevents, 0L, 0L, 0L, NULL, NULL, NULL);
    puts(errno == ENOSYS ? "no io_pgetevents" : "io_pgetevents");
    return 0;
}
