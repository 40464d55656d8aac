#include <errno.h>
#include <fcntl.h>
#include <linux/aio_abi.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <sys/syscall.h>
#include <unistd.h>

int main(void)
{
    int file = open("data", O_CREAT | O_RDWR, 0600);
    struct iocb requests[3], *list[3];
    aio_context_t ctx = 0;

    for (int i = 0; i < 3; i++) {
        requests[i] = (struct iocb){
            .aio_data = i,
            .aio_lio_opcode = IOCB_CMD_PWRITE,
            .aio_fildes = i == 1 ? -1 : file,
            .aio_buf = (uintptr_t)"abcdef",
            .aio_nbytes = 2 * i + 2,
            .aio_offset = 10 * i,
        };
        list[i] = &requests[i];
    }

    syscall(SYS_io_setup, 3, &ctx);
    for (int next = 0; next < 3;) {
        long taken = syscall(SYS_io_submit, ctx,
                             3L - next, list + next);
        if (taken > 0) {
            next += taken;
            continue;
        }
        printf("request %d: %s\n", next, strerror(errno));
        next++;
    }
    return 0;
}
