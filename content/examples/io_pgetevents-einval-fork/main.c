#include <linux/aio_abi.h>
#include <stdio.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

int main(void)
{
    struct io_event event;
    aio_context_t ctx = 0;

    syscall(SYS_io_setup, 1, &ctx);
    if (fork() == 0) {
        if (syscall(SYS_io_pgetevents, ctx, 0L, 1L, &event, NULL,
                    NULL) == -1)
            perror("io_pgetevents in the child");
        _exit(0);
    }
    wait(NULL);
    return 0;
}
