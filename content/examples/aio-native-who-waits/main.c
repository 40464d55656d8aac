#define _GNU_SOURCE
#include <linux/aio_abi.h>
#include <poll.h>
#include <stdint.h>
#include <stdio.h>
#include <sys/syscall.h>
#include <time.h>
#include <unistd.h>

static long now_ms(void)
{
    struct timespec now;

    clock_gettime(CLOCK_MONOTONIC, &now);
    return now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

static void submit(aio_context_t ctx, struct iocb *request)
{
    struct io_event event;
    long start = now_ms();

    syscall(SYS_io_submit, ctx, 1L, &request);
    long submitted = now_ms();
    syscall(SYS_io_getevents, ctx, 1L, 1L, &event, NULL);
    printf("io_submit: %3ld ms, io_getevents: %3ld ms\n",
           submitted - start, now_ms() - submitted);
}

int main(void)
{
    char buffer[1];
    int ends[2];
    aio_context_t ctx = 0;

    pipe(ends);
    if (fork() == 0) {
        for (int i = 0; i < 2; i++) {
            usleep(150000);
            write(ends[1], "x", 1);
        }
        return 0;
    }

    struct iocb watch = {
        .aio_lio_opcode = IOCB_CMD_POLL,
        .aio_fildes = ends[0],
        .aio_buf = POLLIN,
    };
    struct iocb fetch = {
        .aio_lio_opcode = IOCB_CMD_PREAD,
        .aio_fildes = ends[0],
        .aio_buf = (uintptr_t)buffer,
        .aio_nbytes = 1,
    };
    syscall(SYS_io_setup, 1, &ctx);
    submit(ctx, &watch);
    read(ends[0], buffer, 1);
    submit(ctx, &fetch);
    return 0;
}
