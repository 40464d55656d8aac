#include <fcntl.h>
#include <linux/aio_abi.h>
#include <linux/fs.h>
#include <stdint.h>
#include <stdio.h>
#include <sys/ioctl.h>
#include <sys/syscall.h>
#include <unistd.h>

#ifndef RWF_NOAPPEND /* Linux 6.9 */
#define RWF_NOAPPEND 0x20
#endif

int main(void)
{
    int file = open("log", O_CREAT | O_WRONLY | O_APPEND, 0600);
    /* chattr +a, which only root may do */
    int flags = FS_APPEND_FL;
    aio_context_t ctx = 0;

    if (ioctl(file, FS_IOC_SETFLAGS, &flags) == -1)
        perror("FS_IOC_SETFLAGS");
    syscall(SYS_io_setup, 1, &ctx);

    struct iocb request = {
        .aio_lio_opcode = IOCB_CMD_PWRITE,
        .aio_fildes = file,
        .aio_buf = (uintptr_t)"entry",
        .aio_nbytes = 5,
        .aio_rw_flags = RWF_NOAPPEND,
    };
    struct iocb *list[] = { &request };
    if (syscall(SYS_io_submit, ctx, 1L, list) == -1)
        perror("io_submit");
    return 0;
}
