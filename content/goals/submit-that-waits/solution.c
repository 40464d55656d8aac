#include <linux/aio_abi.h>
#include <linux/fs.h>
#include <stdint.h>
#include <stdio.h>
#include <sys/syscall.h>
#include <unistd.h>

int main(void)
{
    int ends[2];
    char buffer[64];

    pipe(ends);
    if (fork() == 0) {
        usleep(100000);
        write(ends[1], "late", 4);
        return 0;
    }
    struct iocb request = {
        .aio_lio_opcode = IOCB_CMD_PREAD,
        .aio_fildes = ends[0],
        .aio_buf = (uintptr_t)buffer,
        .aio_nbytes = sizeof buffer,
        .aio_rw_flags = RWF_NOWAIT,
    };
    struct iocb *list[] = { &request };
    struct io_event event;
    aio_context_t ctx = 0;

    syscall(SYS_io_setup, 1, &ctx);
    syscall(SYS_io_submit, ctx, 1L, list);
    syscall(SYS_io_getevents, ctx, 1L, 1L, &event, NULL);
    printf("res = %lld\n", event.res);
    return 0;
}
