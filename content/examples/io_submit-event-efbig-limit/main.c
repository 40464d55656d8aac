#include <fcntl.h>
#include <linux/aio_abi.h>
#include <signal.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

int main(void)
{
    struct rlimit nothing = { 0, 0 };
    int file = open("data", O_CREAT | O_RDWR, 0600);

    signal(SIGXFSZ, SIG_IGN);
    setrlimit(RLIMIT_FSIZE, &nothing);

    struct iocb request = {
        .aio_lio_opcode = IOCB_CMD_PWRITE,
        .aio_fildes = file,
        .aio_buf = (uintptr_t)"hello",
        .aio_nbytes = 5,
    };
    struct iocb *list[] = { &request };
    struct io_event event;
    aio_context_t ctx = 0;

    syscall(SYS_io_setup, 1, &ctx);
    syscall(SYS_io_submit, ctx, 1L, list);
    syscall(SYS_io_getevents, ctx, 1L, 1L, &event, NULL);
    printf("res = %lld: %s\n", event.res, strerror(-event.res));
    return 0;
}
