#include <libaio.h>
#include <stdio.h>

int main(void)
{
    io_context_t ctx = NULL;

    printf("io_queue_init(0): %d\n", io_queue_init(0, &ctx));
    printf("io_queue_init(1): %d\n", io_queue_init(1, &ctx));
    printf("io_setup again:   %d\n", io_setup(1, &ctx));
    printf("io_queue_init:    %d\n", io_queue_init(1, &ctx));
    return 0;
}
