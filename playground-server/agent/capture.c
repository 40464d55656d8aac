#define _GNU_SOURCE
#include "capture.h"
#include "record.h"

#include <string.h>
#include <sys/uio.h>

enum { most_levels = 4, most_ranges = 1024, most_bytes = 64 * 1024, buffer_bytes = 4 * 1024 };

/** Noted by one call for a later one. The oldest are overwritten first. */
static struct note {
    uint32_t space, book, is_written;
    uint64_t key, value;
} notes[4096];
static uint32_t next_note;

/** What has been read at this stop. */
static struct range {
    uint64_t address, length, count;
    uint8_t *bytes;
} ranges[most_ranges];
static uint32_t range_count, bytes_left, buffers_left;

static uint8_t bytes_read[most_bytes];

/** An element that led to a take. */
struct element {
    uint64_t address;
    const uint8_t *bytes;
    uint64_t length;
};

static struct due {
    const struct take *take;
    struct element leader;
    uint64_t address, length;
} levels[2][2 * most_ranges];

static struct found {
    uint64_t book, key, value;
} found[most_ranges];
static uint32_t found_count;

static const struct standing *standing;

static struct note *find_note(uint32_t book, uint64_t key)
{
    for (struct note *note = notes; note < notes + 4096; note++)
        if (note->is_written && note->space == standing->space && note->book == book &&
            note->key == key)
            return note;
    return NULL;
}

/** A register or a field as the kernel reads a number of this type. */
static uint64_t narrow(uint64_t number, int32_t type)
{
    int unused_bits = 64 - 8 * (type < 0 ? -type : type);
    if (type < 0)
        return (uint64_t)((int64_t)(number << unused_bits) >> unused_bits);
    return number << unused_bits >> unused_bits;
}

static int field_at(const struct element *leader, const struct source *source, uint64_t *number)
{
    uint64_t width = source->type < 0 ? -source->type : source->type;
    if (leader->bytes == NULL || source->at < 0 || source->at + width > leader->length)
        return 0;
    *number = 0;
    memcpy(number, leader->bytes + source->at, width);
    *number = narrow(*number, source->type);
    return 1;
}

static int look_up(const struct element *leader, const struct source *source, uint64_t *number)
{
    uint64_t key;
    if (!field_at(leader, source, &key))
        return 0;
    struct note *note = find_note(source->book, key);
    if (note == NULL)
        return 0;
    *number = note->value;
    if (found_count < most_ranges)
        found[found_count++] = (struct found){ source->book, key, note->value };
    return 1;
}

/** False if the number that a plan needs is missing. */
static int number_of(const struct source *source, const struct element *leader, uint64_t *number)
{
    switch (source->from) {
    case from_argument:
        *number = narrow(standing->args[source->at], source->type);
        return 1;
    case from_result:
        *number = standing->result;
        return standing->has_result;
    case from_stack:
        *number = standing->stack_pointer;
        return 1;
    case from_field:
        return field_at(leader, source, number);
    case from_note:
        return look_up(leader, source, number);
    }
    return 0;
}

static int holds(const struct condition *condition, const struct element *leader)
{
    uint64_t number;
    if (!number_of(&condition->value, leader, &number))
        return 0;
    for (uint64_t i = 0; i < condition->count && i < most_listed; i++)
        if (number == (uint64_t)condition->in[i])
            return 1;
    return 0;
}

/** Finds where a take is and how long; false if nothing is taken. */
static int span_of(struct due *due)
{
    const struct take *take = due->take;
    uint64_t count = take->count;
    if (take->has_when && !holds(&take->when, &due->leader))
        return 0;
    if (!number_of(&take->at, &due->leader, &due->address) || due->address == 0)
        return 0;
    if (take->has_count) {
        if (!number_of(&take->count_of, &due->leader, &count) || (int64_t)count <= 0)
            return 0;
        if (count > take->count)
            count = take->count;
    }
    due->length = count * take->element_bytes;
    return due->length > 0;
}

/** The last range that starts there: of several, it is the longest. */
static struct range *known_at(uint64_t address)
{
    for (uint32_t i = range_count; i-- > 0;)
        if (ranges[i].address == address)
            return &ranges[i];
    return NULL;
}

static void read_range(const struct due *due)
{
    struct range *known = known_at(due->address);
    if (known != NULL && known->length >= due->length)
        return;
    if (range_count == most_ranges || due->length > bytes_left)
        return;
    if (due->take->is_buffer && due->length > buffers_left)
        return;
    uint8_t *to = bytes_read + most_bytes - bytes_left;
    struct iovec local = { to, due->length }, remote = { (void *)due->address, due->length };
    ssize_t count = process_vm_readv(standing->pid, &local, 1, &remote, 1, 0);
    ranges[range_count++] =
        (struct range){ due->address, due->length, count < 0 ? 0 : count, to };
    bytes_left -= due->length;
    if (due->take->is_buffer)
        buffers_left -= due->length;
}

static void write_note(const struct take *take, const struct element *leader)
{
    uint64_t value;
    struct note *note = find_note(take->note_book, leader->address);
    int is_wanted =
        holds(&take->note_when, leader) && number_of(&take->note_value, leader, &value);
    if (note != NULL)
        note->is_written = 0;
    if (!is_wanted)
        return;
    notes[next_note] =
        (struct note){ standing->space, take->note_book, 1, leader->address, value };
    next_note = (next_note + 1) % 4096;
}

/** Adds what the whole elements of a span lead to. */
static uint32_t follow(const struct due *due, const struct take *takes, struct due *next,
                       uint32_t count)
{
    const struct take *take = due->take;
    const struct range *range = known_at(due->address);
    if (range == NULL || (!take->has_note && take->first == take->next))
        return count;
    uint64_t length = range->count < due->length ? range->count : due->length;
    for (uint64_t at = 0; at + take->element_bytes <= length; at += take->element_bytes) {
        struct element leader = { due->address + at, range->bytes + at, take->element_bytes };
        if (take->has_note)
            write_note(take, &leader);
        for (uint32_t each = take->first; each < take->next && count < 2 * most_ranges; each++)
            next[count++] = (struct due){ &takes[each], leader, 0, 0 };
    }
    return count;
}

static void put_captures(void)
{
    put_word(range_count);
    for (uint32_t i = 0; i < range_count; i++) {
        put_word(ranges[i].address);
        put_word(ranges[i].length);
        put_word(ranges[i].count);
        put_bytes(ranges[i].bytes, ranges[i].count);
    }
    put_word(found_count);
    put_bytes(found, found_count * sizeof found[0]);
}

void capture(const struct standing *at, const struct take *takes, uint32_t first, uint32_t next)
{
    standing = at;
    range_count = found_count = 0;
    bytes_left = most_bytes;
    buffers_left = buffer_bytes;
    uint32_t count = 0;
    for (uint32_t each = first; each < next; each++)
        levels[0][count++] = (struct due){ .take = &takes[each] };
    for (int depth = 0; depth < most_levels && count > 0; depth++) {
        struct due *level = levels[depth % 2];
        uint32_t spans = 0, led = 0;
        for (uint32_t i = 0; i < count; i++)
            if (span_of(&level[i]))
                level[spans++] = level[i];
        for (uint32_t i = 0; i < spans; i++)
            read_range(&level[i]);
        for (uint32_t i = 0; i < spans; i++)
            led = follow(&level[i], takes, levels[(depth + 1) % 2], led);
        count = led;
    }
    put_captures();
}
