#include <errno.h>
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
    sigset_t none, before;
    struct aio_sigset allow = { &none, 8 };

    sigemptyset(&none);
    syscall(SYS_io_setup, 1, &ctx);
    long n = syscall(SYS_io_pgetevents, ctx, 0L, 1L, &event, NULL,
                     &allow);
    if (n == -1 && errno == ENOSYS) {
        puts("no io_pgetevents, changing the mask by hand");
        sigprocmask(SIG_SETMASK, &none, &before);
        syscall(SYS_io_getevents, ctx, 0L, 1L, &event, NULL);
        sigprocmask(SIG_SETMASK, &before, NULL);
    }
    return 0;
}
