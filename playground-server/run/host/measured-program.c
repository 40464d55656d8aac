/* What the server runs to learn what watching costs: io_submits of 4 KiB into a file in memory. Prints how
 * many nanoseconds each took, as the program sees it. */
#include <fcntl.h>
#include <linux/aio_abi.h>
#include <stdint.h>
#include <stdio.h>
#include <sys/syscall.h>
#include <time.h>
#include <unistd.h>

enum { count = 100 };

static char text[4096];
static long took_ns[count];

int main(void)
{
    struct iocb request = { .aio_lio_opcode = IOCB_CMD_PWRITE };
    struct iocb *list[] = { &request };
    struct io_event event;
    struct timespec start, end;
    aio_context_t context = 0;
    request.aio_fildes = open("data", O_CREAT | O_RDWR, 0600);
    request.aio_buf = (uintptr_t)text;
    request.aio_nbytes = sizeof text;
    if (syscall(SYS_io_setup, 1, &context) != 0)
        return 1;
    for (int i = 0; i < count; i++) {
        clock_gettime(CLOCK_MONOTONIC, &start);
        long submitted = syscall(SYS_io_submit, context, 1L, list);
        clock_gettime(CLOCK_MONOTONIC, &end);
        if (submitted != 1 || syscall(SYS_io_getevents, context, 1L, 1L, &event, NULL) != 1)
            return 1;
        took_ns[i] = (end.tv_sec - start.tv_sec) * 1000000000L + end.tv_nsec - start.tv_nsec;
    }
    for (int i = 0; i < count; i++)
        printf("%ld\n", took_ns[i]);
    return 0;
}
