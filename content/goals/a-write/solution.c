#include <fcntl.h>
#include <linux/aio_abi.h>
#include <stdint.h>
#include <stdio.h>
#include <sys/syscall.h>
#include <unistd.h>

int main(void)
{
    char text[] = "hello\n";
    struct iocb request = {
        .aio_lio_opcode = IOCB_CMD_PWRITE,
        .aio_fildes = open("greeting", O_RDWR | O_CREAT, 0600),
        .aio_buf = (uintptr_t)text,
        .aio_nbytes = sizeof text - 1,
    };
    struct iocb *list[] = { &request };
    struct io_event event;
    aio_context_t ctx = 0;

    syscall(SYS_io_setup, 1, &ctx);
    syscall(SYS_io_submit, ctx, 1L, list);
    if (syscall(SYS_io_getevents, ctx, 1L, 1L, &event, NULL) == 1)
        printf("%lld bytes written\n", event.res);
    return 0;
}
