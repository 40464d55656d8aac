#include <fcntl.h>
#include <linux/aio_abi.h>
#include <stdint.h>
#include <stdio.h>
#include <sys/syscall.h>
#include <unistd.h>

int main(void)
{
    int file = open("data", O_CREAT | O_RDWR, 0600);
    char buffer[64];
    struct iocb request = {
        .aio_lio_opcode = IOCB_CMD_PREAD,
        .aio_fildes = file,
        .aio_buf = (uintptr_t)buffer,
        .aio_nbytes = sizeof buffer,
    };
    struct iocb *list[] = { &request };
    struct io_event event;
    aio_context_t ctx = 0;

    write(file, "hello", 5);
    syscall(SYS_io_setup, 1, &ctx);
    if (syscall(SYS_io_submit, ctx, 1L, list) != 1) {
        perror("io_submit");
        return 1;
    }
    syscall(SYS_io_getevents, ctx, 1L, 1L, &event, NULL);
    printf("%lld bytes: %.*s\n", event.res, (int)event.res, buffer);

    syscall(SYS_io_destroy, ctx);
    return 0;
}
