/* The serial line. */
#include "inside.h"

#include <errno.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>

/** More than the captures of one stop: 64 KiB, and 1024 ranges with a head each. */
static uint8_t record[256 * 1024];
static uint64_t used;

void hear(void *to, size_t length)
{
    for (size_t heard = 0; heard < length;) {
        ssize_t count = read(line, (char *)to + heard, length - heard);
        if (count > 0)
            heard += count;
        else if (errno != EINTR)
            _exit(1);
    }
}

/** Its length comes first. */
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
    must(length <= sizeof record - used ? 0 : -1, "record");
    memcpy(record + used, bytes, length);
    used += length;
}

void send_record(void)
{
    memcpy(record, &used, sizeof used);
    for (size_t sent = 0; sent < used;) {
        ssize_t count = write(line, record + sent, used - sent);
        if (count > 0)
            sent += count;
        else if (errno != EINTR && errno != EAGAIN)
            _exit(1);
    }
}

void must(long result, const char *what)
{
    if (result >= 0)
        return;
    uint64_t why = errno;
    begin_record(record_trouble);
    put_word(why);
    put_bytes(what, strlen(what));
    send_record();
    tcdrain(line);
    // When the first process ends, its kernel panics, and the machine with it.
    _exit(1);
}
