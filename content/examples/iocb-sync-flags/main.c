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
    int flags[] = { RWF_HIPRI, RWF_DSYNC, RWF_SYNC };
    struct iocb requests[3], *list[3];
    struct io_event events[3];
    aio_context_t ctx = 0;

    for (int i = 0; i < 3; i++) {
        requests[i] = (struct iocb){
            .aio_lio_opcode = IOCB_CMD_PWRITE,
            .aio_fildes = file,
            .aio_buf = (uintptr_t)"hello",
            .aio_nbytes = 5,
            .aio_rw_flags = flags[i],
        };
        list[i] = &requests[i];
    }

    syscall(SYS_io_setup, 3, &ctx);
    if (syscall(SYS_io_submit, ctx, 3L, list) != 3) {
        perror("io_submit");
        return 1;
    }
    long count = syscall(SYS_io_getevents, ctx, 3L, 3L, events, NULL);
    printf("%ld writes done\n", count);
    return 0;
}
