#include <linux/aio_abi.h>
#include <signal.h>
#include <stdio.h>
#include <sys/syscall.h>
#include <unistd.h>

struct aio_sigset {
    const sigset_t *sigmask;
    size_t sigsetsize;
};

int main(void)
{
    struct io_event event;
    aio_context_t ctx = 0;
    sigset_t none;
    struct aio_sigset allow = { &none, 8 };

    sigemptyset(&none);
    syscall(SYS_io_setup, 1, &ctx);
    syscall(SYS_io_destroy, ctx);
    if (syscall(SYS_io_pgetevents, ctx, 0L, 1L, &event, NULL,
                &allow) == -1)
        perror("io_pgetevents");
    return 0;
}
