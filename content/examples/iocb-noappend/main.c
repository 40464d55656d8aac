#include <fcntl.h>
#include <linux/aio_abi.h>
#include <linux/fs.h>
#include <stdint.h>
#include <stdio.h>
#include <sys/syscall.h>
#include <unistd.h>

#ifndef RWF_NOAPPEND
#define RWF_NOAPPEND 0x20
#endif

int main(void)
{
    int file = open("data", O_CREAT | O_RDWR | O_APPEND, 0600);
    char buffer[64];
    struct iocb request = {
        .aio_lio_opcode = IOCB_CMD_PWRITE,
        .aio_fildes = file,
        .aio_buf = (uintptr_t)"J",
        .aio_nbytes = 1,
        .aio_rw_flags = RWF_NOAPPEND,
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
    int size = pread(file, buffer, sizeof buffer, 0);
    printf("%.*s\n", size, buffer);
    return 0;
}
