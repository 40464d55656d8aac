#include <linux/aio_abi.h>
#include <poll.h>
#include <stdio.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

int main(void)
{
    struct iocb request = {
        .aio_lio_opcode = IOCB_CMD_POLL,
        .aio_fildes = STDOUT_FILENO,
        .aio_buf = POLLOUT,
    };
    struct iocb *list[] = { &request };
    aio_context_t ctx = 0;

    syscall(SYS_io_setup, 1, &ctx);
    if (fork() == 0) {
        ctx = 0;
        syscall(SYS_io_setup, 1, &ctx);
        if (syscall(SYS_io_submit, ctx, 1L, list) == -1)
            perror("child");
        return 0;
    }
    wait(NULL);
    return 0;
}
