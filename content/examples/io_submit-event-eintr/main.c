#define _GNU_SOURCE
#include <linux/aio_abi.h>
#include <signal.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <sys/syscall.h>
#include <unistd.h>

static void on_alarm(int signal) { (void)signal; }

int main(void)
{
    struct sigaction action = {
        .sa_handler = on_alarm,
        .sa_flags = SA_RESTART,
    };
    int ends[2];
    char buffer[64];

    pipe(ends);
    sigaction(SIGALRM, &action, NULL);
    ualarm(200000, 0);

    struct iocb request = {
        .aio_lio_opcode = IOCB_CMD_PREAD,
        .aio_fildes = ends[0],
        .aio_buf = (uintptr_t)buffer,
        .aio_nbytes = sizeof buffer,
    };
    struct iocb *list[] = { &request };
    struct io_event event;
    aio_context_t ctx = 0;

    syscall(SYS_io_setup, 1, &ctx);
    syscall(SYS_io_submit, ctx, 1L, list);
    syscall(SYS_io_getevents, ctx, 1L, 1L, &event, NULL);
    printf("res = %lld: %s\n", event.res, strerror(-event.res));
    return 0;
}
