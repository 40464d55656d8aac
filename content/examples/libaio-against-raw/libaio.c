#include <errno.h>
#include <libaio.h>
#include <stdio.h>
#include <sys/syscall.h>
#include <unistd.h>

int main(void)
{
    io_context_t ctx = NULL;

    errno = 0;
    long bare = syscall(SYS_io_setup, 0, &ctx);
    printf("syscall: returns %3ld, errno %2d\n", bare, errno);

    errno = 0;
    int wrapped = io_setup(0, &ctx);
    printf("libaio:  returns %3d, errno %2d\n", wrapped, errno);
    return 0;
}
