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

static volatile sig_atomic_t rung;

static void on_alarm(int number)
{
    (void)number;
    rung = 1;
}

int main(void)
{
    struct timespec timeout = { .tv_nsec = 200000000 };
    struct io_event event;
    aio_context_t ctx = 0;
    sigset_t all;
    struct aio_sigset block = { &all, 8 };

    signal(SIGALRM, on_alarm);
    sigfillset(&all);
    syscall(SYS_io_setup, 1, &ctx);
    ualarm(50000, 0);
    long n = syscall(SYS_io_pgetevents, ctx, 1L, 1L, &event,
                     &timeout, &block);
    printf("%ld events, the alarm has rung: %d\n", n, rung);
    return 0;
}
