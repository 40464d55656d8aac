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
    struct aio_sigset keep = { .sigmask = NULL, .sigsetsize = 4711 };
    struct io_event event;
    aio_context_t ctx = 0;

    syscall(SYS_io_setup, 1, &ctx);
    long n = syscall(SYS_io_pgetevents, ctx, 0L, 1L, &event, NULL,
                     &keep);
    printf("%ld events, and no objection\n", n);
    return 0;
}
