#include <fcntl.h>
#include <linux/aio_abi.h>
#include <linux/fs.h>
#include <stdint.h>
#include <stdio.h>
#include <sys/syscall.h>
#include <unistd.h>

int main(void)
{
    int file = open("data", O_CREAT | O_RDWR, 0600);

    write(file, "hello", 5);

    struct iocb request = {
        .aio_lio_opcode = IOCB_CMD_PWRITE,
        .aio_fildes = file,
        .aio_buf = (uintptr_t)" world",
        .aio_nbytes = 6,
        .aio_offset = 0,
        .aio_rw_flags = RWF_APPEND,
    };
    struct iocb *list[] = { &request };
    struct io_event event;
    aio_context_t ctx = 0;

    syscall(SYS_io_setup, 1, &ctx);
    if (syscall(SYS_io_submit, ctx, 1L, list) != 1) {
        perror("io_submit");
        return 1;
    }
    syscall(SYS_io_getevents, ctx, 1L, 1L, &event, NULL);
    printf("the file has %ld bytes\n", lseek(file, 0, SEEK_END));
    return 0;
}
