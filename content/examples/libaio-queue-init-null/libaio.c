#include <libaio.h>
#include <stdio.h>

int main(void)
{
    printf("io_setup: %d\n", io_setup(1, NULL));
    fflush(stdout);
    io_queue_init(1, NULL);
    return 0;
}
