#include <linux/aio_abi.h>
#include <pthread.h>
#include <stdio.h>
#include <sys/syscall.h>
#include <unistd.h>

static aio_context_t ctx;

static void *destroy(void *unused)
{
    usleep(50000);
    syscall(SYS_io_destroy, ctx);
    return unused;
}

int main(void)
{
    struct io_event event;
    pthread_t thread;

    syscall(SYS_io_setup, 1, &ctx);
    pthread_create(&thread, NULL, destroy, NULL);
    if (syscall(SYS_io_pgetevents, ctx, 1L, 1L, &event, NULL,
                NULL) == -1)
        perror("io_pgetevents");
    pthread_join(thread, NULL);
    return 0;
}
