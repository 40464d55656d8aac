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
    struct aio_sigset too_big = { &none, sizeof none };

    sigemptyset(&none);
    syscall(SYS_io_setup, 1, &ctx);
    if (syscall(SYS_io_pgetevents, ctx, 0L, 1L, &event, NULL,
                &too_big) == -1)
        perror("io_pgetevents");
    return 0;
}
