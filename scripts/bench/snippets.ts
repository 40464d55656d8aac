/** A reader's first example. Its first output follows its first call at once, for the bare run's sake. */
export const firstExample = (events: number): string => `#include <linux/aio_abi.h>
#include <stdio.h>
#include <sys/syscall.h>
#include <unistd.h>

int main(void)
{
    aio_context_t ctx = 0;

    long r = syscall(SYS_io_setup, ${events}, &ctx);
    write(STDOUT_FILENO, "done\\n", 5);
    if (r == -1) {
        perror("io_setup");
        return 1;
    }
    printf("context %#llx is ready\\n", (unsigned long long)ctx);
    return 0;
}
`;

/** The same in TypeScript. */
export const firstTypeScript = (
  events: number,
): string => `import { AioContext, errno, io_setup } from 'aio';

const ctx = new AioContext();
const r = io_setup(${events}, ctx);
console.log(r === -1 ? errno() : ctx.handle);
`;

/** As many calls as the tape holds, each as cheap as a call can be. */
export const manyCalls = (calls: number): string => `#include <sys/syscall.h>
#include <unistd.h>

int main(void)
{
    for (int i = 0; i < ${calls}; i++)
        syscall(SYS_io_destroy, 0L);
    return 0;
}
`;

/** What a program does around its AIO calls: files, memory, a thread, output. */
export const ordinaryProgram = `#include <fcntl.h>
#include <linux/aio_abi.h>
#include <pthread.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/syscall.h>
#include <unistd.h>

static void *nothing(void *unused)
{
    return unused;
}

int main(void)
{
    char *bytes = aligned_alloc(4096, 1 << 20);
    int fd = open("data", O_CREAT | O_RDWR, 0600);
    struct iocb request = {
        .aio_lio_opcode = IOCB_CMD_PWRITE,
        .aio_fildes = fd,
        .aio_buf = (uintptr_t)bytes,
        .aio_nbytes = 4096,
    };
    struct iocb *list[] = { &request };
    struct io_event event;
    aio_context_t ctx = 0;
    pthread_t thread;

    ftruncate(fd, 1 << 20);
    syscall(SYS_io_setup, 8, &ctx);
    for (int i = 0; i < 8; i++) {
        syscall(SYS_io_submit, ctx, 1L, list);
        syscall(SYS_io_getevents, ctx, 1L, 1L, &event, NULL);
        pread(fd, bytes, 4096, 0);
    }
    fsync(fd);
    pthread_create(&thread, NULL, nothing, NULL);
    pthread_join(thread, NULL);
    printf("%lld bytes\\n", event.res);
    syscall(SYS_io_destroy, ctx);
    close(fd);
    return 0;
}
`;
