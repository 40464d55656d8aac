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
    int done = eventfd(0, EFD_NONBLOCK);
    struct iocb request = {
        .aio_lio_opcode = IOCB_CMD_PWRITE,
        .aio_fildes = file,
        .aio_buf = (uintptr_t)"hello",
        .aio_nbytes = 5,
        .aio_flags = IOCB_FLAG_RESFD,
        .aio_resfd = done,
    };
    struct iocb *list[] = { &request };
    struct io_event event;
    uint64_t count = 0;
    aio_context_t ctx = 0;

    syscall(SYS_io_setup, 1, &ctx);
    syscall(SYS_io_submit, ctx, 1L, list);
    read(done, &count, sizeof count);
    printf("the eventfd says %d\n", (int)count);
    if (count)
        syscall(SYS_io_getevents, ctx, (long)count, 1L, &event, NULL);
    return 0;
}
