#include <fcntl.h>
#include <linux/aio_abi.h>
#include <stdint.h>
#include <stdio.h>
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
    long n = syscall(SYS_io_submit, ctx, 3L, list);
    printf("%ld of 3 taken\n", n);
    if (syscall(SYS_io_submit, ctx, 3 - n, list + n) == -1)
        perror("the rest");
    return 0;
}
