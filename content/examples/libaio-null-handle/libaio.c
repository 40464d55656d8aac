#include <libaio.h>
#include <stdio.h>
#include <string.h>
#include <time.h>

int main(void)
{
    struct timespec none = { 0, 0 };
    struct io_event event;

    int count = io_getevents(NULL, 0, 1, &event, &none);
    printf("%d: %s\n", count, strerror(-count));
    return 0;
}
