#include <linux/aio_abi.h>
#include <stdio.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

int main(void)
{
    aio_context_t ctx = 0;

    syscall(SYS_io_setup, 1, &ctx);
    if (fork() == 0) {
        if (syscall(SYS_io_destroy, ctx) == -1)
            perror("child: io_destroy");
        /* no longer there since Linux 7.1 */
        printf("child: ring of %u slots\n", ((unsigned *)ctx)[1]);
        fflush(stdout);
        _exit(0);
    }
    wait(NULL);
    if (syscall(SYS_io_destroy, ctx) == 0)
        puts("parent: destroyed");
    return 0;
}
