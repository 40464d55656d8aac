#include <linux/aio_abi.h>
#include <signal.h>
#include <stdio.h>
#include <sys/syscall.h>
#include <unistd.h>

struct aio_sigset {
    const sigset_t *sigmask;
    size_t sigsetsize;
};

static void on_alarm(int number)
{
    (void)number;
}

int main(void)
{
    struct io_event event;
    aio_context_t ctx = 0;
    sigset_t blocked, none;
    struct aio_sigset allow = { &none, 8 };

    signal(SIGALRM, on_alarm);
    sigemptyset(&none);
    sigemptyset(&blocked);
    sigaddset(&blocked, SIGALRM);
    sigprocmask(SIG_BLOCK, &blocked, NULL);
    raise(SIGALRM);

    syscall(SYS_io_setup, 1, &ctx);
    if (syscall(SYS_io_pgetevents, ctx, 1L, 1L, &event, NULL,
                &allow) == -1)
        perror("io_pgetevents");
    return 0;
}
