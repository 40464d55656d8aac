#include <fcntl.h>
#include <linux/aio_abi.h>
#include <stdint.h>
#include <stdio.h>
#include <sys/syscall.h>
#include <unistd.h>

static char buffer[4096];

int main(void)
{
    struct iocb request = {
        .aio_lio_opcode = IOCB_CMD_PWRITE,
        .aio_fildes = open("/dev/null", O_WRONLY),
        .aio_buf = (uintptr_t)buffer,
        .aio_nbytes = 3ULL << 30,
    };
    struct iocb *list[] = { &request };
    struct io_event event;
    aio_context_t ctx = 0;

    syscall(SYS_io_setup, 1, &ctx);
    syscall(SYS_io_submit, ctx, 1L, list);
    syscall(SYS_io_getevents, ctx, 1L, 1L, &event, NULL);
    printf("asked: %llu\nres:   %lld\n", 3ULL << 30, event.res);
    return 0;
}
