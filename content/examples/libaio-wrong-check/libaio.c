#include <libaio.h>
#include <stdio.h>
#include <string.h>

int main(void)
{
    struct iocb request, *list[] = { &request };
    char buffer[8];
    io_context_t ctx = NULL;

    io_setup(1, &ctx);
    io_prep_pread(&request, -1, buffer, sizeof buffer, 0);
    int taken = io_submit(ctx, 1, list);
    if (taken == -1)
        perror("never printed");
    if (taken < 0)
        printf("io_submit: %s\n", strerror(-taken));
    return 0;
}
