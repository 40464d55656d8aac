#include <fcntl.h>
#include <linux/aio_abi.h>
#include <stdint.h>
#include <stdio.h>
#include <sys/syscall.h>
#include <unistd.h>

int main(void)
{
    int log = open("log", O_CREAT | O_RDWR | O_APPEND, 0600);
    struct iocb request = {
        .aio_lio_opcode = IOCB_CMD_PWRITE,
        .aio_fildes = log,
        .aio_buf = (uintptr_t)"new",
        .aio_nbytes = 3,
        .aio_offset = 0,
    };
    struct iocb *list[] = { &request };
    struct io_event event;
    aio_context_t ctx = 0;
    char text[9] = "";

    write(log, "older", 5);
    syscall(SYS_io_setup, 1, &ctx);
    syscall(SYS_io_submit, ctx, 1L, list);
    syscall(SYS_io_getevents, ctx, 1L, 1L, &event, NULL);
    pread(log, text, 8, 0);
    printf("the log: %s\n", text);
    return 0;
}
