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
    char head[6] = "", tail[6] = "";
    struct iocb first = {
        .aio_data = 1,
        .aio_lio_opcode = IOCB_CMD_PREAD,
        .aio_fildes = file,
        .aio_buf = (uintptr_t)head,
        .aio_nbytes = 5,
    };
    struct iocb second = first;
    struct iocb *list[] = { &first, &second };
    struct io_event events[2];
    aio_context_t ctx = 0;

    second.aio_data = 2;
    second.aio_buf = (uintptr_t)tail;
    second.aio_offset = 6;
    write(file, "hello world", 11);

    syscall(SYS_io_setup, 2, &ctx);
    syscall(SYS_io_submit, ctx, 2L, list);
    syscall(SYS_io_getevents, ctx, 2L, 2L, events, NULL);
    for (int i = 0; i < 2; i++) {
        if (events[i].res < 0)
            printf("%llu: %s\n", events[i].data,
                   strerror(-events[i].res));
        else
            printf("%llu: %s\n", events[i].data,
                   events[i].data == 1 ? head : tail);
    }
    syscall(SYS_io_destroy, ctx);
    return 0;
}
