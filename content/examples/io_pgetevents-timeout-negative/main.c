#include <linux/aio_abi.h>
#include <signal.h>
#include <stdio.h>
#include <sys/syscall.h>
#include <time.h>
#include <unistd.h>

static void on_alarm(int number)
{
    (void)number;
}

int main(void)
{
    struct timespec past = { .tv_sec = -1 };
    struct io_event event;
    aio_context_t ctx = 0;

    signal(SIGALRM, on_alarm);
    syscall(SYS_io_setup, 1, &ctx);
    ualarm(300000, 0);
    if (syscall(SYS_io_pgetevents, ctx, 1L, 1L, &event, &past,
                NULL) == -1)
        perror("io_pgetevents");
    return 0;
}
