#include <linux/aio_abi.h>
#include <signal.h>
#include <stdio.h>
#include <sys/syscall.h>
#include <time.h>
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
    struct timespec timeout = { .tv_nsec = 150000000 };
    struct io_event event;
    aio_context_t ctx = 0;
    sigset_t mask;
    struct aio_sigset held = { &mask, 8 };

    signal(SIGALRM, on_alarm);
    sigfillset(&mask);
    syscall(SYS_io_setup, 1, &ctx);
    ualarm(50000, 0);
    long n = syscall(SYS_io_pgetevents, ctx, 1L, 1L, &event,
                     &timeout, &held);
    if (n == -1)
        perror("io_pgetevents");
    return 0;
}
