#include <linux/aio_abi.h>
#include <signal.h>
#include <stdio.h>
#include <sys/syscall.h>
#include <time.h>
#include <unistd.h>

int main(void)
{
    struct timespec timeout = { .tv_nsec = 300000000 };
    struct timespec start, end;
    struct io_event event;
    aio_context_t ctx = 0;

    syscall(SYS_io_setup, 1, &ctx);
    if (fork() == 0) {
        usleep(100000);
        kill(getppid(), SIGSTOP);
        usleep(100000);
        kill(getppid(), SIGCONT);
        sleep(1);
        _exit(0);
    }
    clock_gettime(CLOCK_MONOTONIC, &start);
    syscall(SYS_io_pgetevents, ctx, 1L, 1L, &event, &timeout, NULL);
    clock_gettime(CLOCK_MONOTONIC, &end);
    printf("waited %.1f s\n", end.tv_sec - start.tv_sec +
                              (end.tv_nsec - start.tv_nsec) / 1e9);
    return 0;
}
