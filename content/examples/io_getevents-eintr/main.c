#include <linux/aio_abi.h>
#include <signal.h>
#include <stdio.h>
#include <sys/syscall.h>
#include <unistd.h>

static void on_alarm(int number)
{
    (void)number;
}

int main(void)
{
    struct sigaction action = {
        .sa_handler = on_alarm,
        .sa_flags = SA_RESTART,
    };
    struct io_event event;
    aio_context_t ctx = 0;

    sigaction(SIGALRM, &action, NULL);
    syscall(SYS_io_setup, 1, &ctx);
    ualarm(100000, 0);
    if (syscall(SYS_io_getevents, ctx, 1L, 1L, &event, NULL) == -1)
        perror("io_getevents");
    return 0;
}
