#include <fcntl.h>
#include <linux/aio_abi.h>
#include <stdint.h>
#include <stdio.h>
#include <sys/eventfd.h>
#include <sys/syscall.h>
#include <unistd.h>

int main(void)
{
    int file = open("data", O_CREAT | O_RDWR, 0600);
    int done = eventfd(0, 0);
    struct iocb request = {
        .aio_lio_opcode = IOCB_CMD_PWRITE,
        .aio_fildes = file,
        .aio_buf = (uintptr_t)"hello",
        .aio_nbytes = 5,
        .aio_flags = IOCB_FLAG_RESFD,
        .aio_resfd = done,
    };
    struct iocb *list[] = { &request, &request };
    struct io_event events[2];
    uint64_t count;
    aio_context_t ctx = 0;

    syscall(SYS_io_setup, 2, &ctx);
    syscall(SYS_io_submit, ctx, 2L, list);
    read(done, &count, sizeof count);
    printf("%d finished\n", (int)count);
    syscall(SYS_io_getevents, ctx, (long)count, 2L, events, NULL);
    return 0;
}
