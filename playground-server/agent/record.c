#include "record.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>

/** More than the captures of one stop: 64 KiB, and 1024 ranges with a head each. */
static uint8_t buffer[256 * 1024];
static size_t used;
static int line = -1;

void open_line(void)
{
    struct termios raw;
    line = open("/dev/ttyS0", O_RDWR | O_NOCTTY | O_CLOEXEC);
    tcgetattr(line, &raw);
    cfmakeraw(&raw);
    tcsetattr(line, TCSANOW, &raw);
}

void await_word(void)
{
    char word;
    ssize_t length;
    do
        length = read(line, &word, 1);
    while (length < 0 && errno == EINTR);
    if (length != 1)
        give_up("the serial line has ended");
}

/** A record is its length, its kind, and words and bytes. */
void begin_record(enum record kind)
{
    used = 0;
    put_word(0);
    put_word(kind);
}

void put_word(uint64_t word)
{
    put_bytes(&word, sizeof word);
}

void put_bytes(const void *bytes, size_t length)
{
    if (length > sizeof buffer - used)
        give_up("a record is too long");
    memcpy(buffer + used, bytes, length);
    used += length;
}

void send_record(void)
{
    uint64_t length = used;
    memcpy(buffer, &length, sizeof length);
    for (size_t sent = 0; sent < used;) {
        ssize_t written = write(line, buffer + sent, used - sent);
        if (written > 0)
            sent += written;
        else if (errno != EINTR && errno != EAGAIN)
            _exit(1);
    }
}

_Noreturn void give_up(const char *what)
{
    const char *why = strerror(errno);
    begin_record(record_trouble);
    put_bytes(what, strlen(what));
    put_bytes(": ", 2);
    put_bytes(why, strlen(why));
    send_record();
    tcdrain(line);
    // The first process has ended: the kernel panics, and its machine with it.
    _exit(1);
}

void must(long result, const char *what)
{
    if (result < 0)
        give_up(what);
}
