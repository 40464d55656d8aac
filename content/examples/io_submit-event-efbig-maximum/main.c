#include <fcntl.h>
#include <linux/aio_abi.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

int main(void)
{
    /* only root may lift a limit */
    struct rlimit none = { RLIM_INFINITY, RLIM_INFINITY };
    int file = open("data", O_CREAT | O_WRONLY, 0600);
    aio_context_t ctx = 0;

    if (setrlimit(RLIMIT_FSIZE, &none) == -1)
        perror("RLIMIT_FSIZE");
    syscall(SYS_io_setup, 1, &ctx);

    struct iocb request = {
        .aio_lio_opcode = IOCB_CMD_PWRITE,
        .aio_fildes = file,
        .aio_buf = (uintptr_t)"x",
        .aio_nbytes = 1,
        /* 16 TiB, where files of ext4 end */
        .aio_offset = 1LL << 44,
    };
    struct iocb *list[] = { &request };
    struct io_event event;

    syscall(SYS_io_submit, ctx, 1L, list);
    syscall(SYS_io_getevents, ctx, 1L, 1L, &event, NULL);
    printf("res: %s\n", strerror(-event.res));
    return 0;
}
