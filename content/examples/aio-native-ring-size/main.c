#include <linux/aio_abi.h>
#include <stdio.h>
#include <sys/syscall.h>
#include <unistd.h>

struct ring {
    unsigned id, nr, head, tail;
    unsigned magic, compat, incompat, header_length;
};

int main(void)
{
    aio_context_t ctx = 0;

    syscall(SYS_io_setup, 1, &ctx);
    struct ring *ring = (struct ring *)ctx;
    printf("%u slots, magic %#x, header of %u bytes\n",
           ring->nr, ring->magic, ring->header_length);
    return 0;
}
