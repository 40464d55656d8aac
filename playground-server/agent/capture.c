/* Copies what takes name of a stopped thread's memory: decode/capture/README.md. */
#define _GNU_SOURCE
#include "inside.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/uio.h>
#include <unistd.h>

enum { most_ranges = 1024, most_bytes = 64 * 1024, buffer_bytes = 4 * 1024, most_notes = 4096 };
enum { most_name = 256 };

/** Bytes that numbers are in: registers, or an element of what has been read. */
struct element {
    uint64_t address, length;
    const uint8_t *bytes;
};

static struct due {
    const struct instruction *takes;
    struct element element;
} due[2 * most_ranges];
static uint32_t due_count;

/** What one call left for a later one. The oldest are overwritten first. */
static struct note {
    uint64_t space, book, key, value;
} notes[most_notes];
static uint32_t next_note;

static pid_t stopped;
static uint32_t space;
static struct element registers;
static uint8_t memory[most_bytes];
static uint64_t bytes_left, buffers_left, ranges_left;

/** As the kernel reads a number of this width. False if it is not inside. */
static int read_number(const struct element *in, const struct instruction *what, uint64_t *number)
{
    uint64_t width = abs(what->width);
    int unused_bits = 64 - 8 * width;
    if (what->value + width > in->length)
        return 0;
    memcpy(number, in->bytes + what->value, width);
    *number <<= unused_bits;
    *number = what->width < 0 ? (uint64_t)((int64_t)*number >> unused_bits) : *number >> unused_bits;
    return 1;
}

static struct note *find_note(uint64_t book, uint64_t key)
{
    for (struct note *note = notes; note < notes + most_notes; note++)
        if (note->space == space && note->book == book && note->key == key)
            return note;
    return NULL;
}

static void strike_note(uint64_t book, uint64_t key)
{
    struct note *note = find_note(book, key);
    if (note != NULL)
        note->space = 0;
}

static void write_note(uint64_t book, uint64_t key, uint64_t value)
{
    notes[next_note] = (struct note){ space, book, key, value };
    next_note = (next_note + 1) % most_notes;
}

/** False if there is none, otherwise the record has it: 0 where a range has its address. */
static int look_up(uint64_t book, uint64_t *number)
{
    const struct note *note = find_note(book, *number);
    if (note == NULL)
        return 0;
    *number = note->value;
    put_bytes((uint64_t[]){ 0, book, note->key, note->value }, 32);
    return 1;
}

/** What a descriptor of the program is open on, as the kernel names it in /proc. */
static void put_name(uint64_t descriptor)
{
    char path[48], name[most_name];
    snprintf(path, sizeof path, "/proc/%d/fd/%d", stopped, (int)descriptor);
    ssize_t length = readlink(path, name, sizeof name);
    if (length < 0)
        return;
    put_bytes((uint64_t[]){ 0, no_book, descriptor, length }, 32);
    put_bytes(name, length);
}

static int is_listed(uint64_t number, const struct instruction *listed, int32_t count)
{
    for (int32_t i = 0; i < count; i++)
        if (listed[i].value == number)
            return 1;
    return 0;
}

/** Adds what is to be taken next. */
static void lead(const struct instruction *each, struct element element)
{
    for (; each->kind == take_each && due_count < 2 * most_ranges; each++)
        due[due_count++] = (struct due){ (const struct instruction *)each->value, element };
}

static void read_elements(uint64_t address, uint64_t count, const struct instruction *what)
{
    uint64_t size = what->value, length = count * size;
    uint8_t *to = memory + most_bytes - bytes_left;
    if (ranges_left == 0 || length > bytes_left || (what->width && length > buffers_left))
        return;
    struct iovec local = { to, length }, remote = { (void *)address, length };
    ssize_t got = process_vm_readv(stopped, &local, 1, &remote, 1, 0);
    uint64_t read = got < 0 ? 0 : got;
    ranges_left--;
    bytes_left -= length;
    buffers_left -= what->width ? length : 0;
    put_bytes((uint64_t[]){ address, length, read }, 24);
    put_bytes(to, read);
    for (uint64_t at = 0; at + size <= read; at += size)
        lead(what + 1, (struct element){ address + at, size, to + at });
}

/** Carries a take out, about the element that led to it. */
static void take(const struct instruction *next, const struct element *element)
{
    uint64_t number = 0, address = 0;
    for (;; next++)
        switch (next->kind) {
        case take_register:
            read_number(&registers, next, &number);
            break;
        case take_field:
            if (!read_number(element, next, &number))
                return;
            break;
        case take_noted:
            if (!look_up(next->value, &number))
                return;
            break;
        case take_if:
            if (!is_listed(number, next + 1, next->width))
                return;
            next += next->width;
            break;
        case take_address:
            address = number;
            break;
        case take_count:
            if (next->width == 0 && (int64_t)number <= 0)
                return;
            if (next->width != 0 || number > next->value)
                number = next->value;
            break;
        case take_elements:
            if (address != 0)
                read_elements(address, number, next);
            return;
        case take_strike:
            strike_note(next->value, element->address);
            break;
        case take_note:
            write_note(next->value, element->address, number);
            return;
        case take_name:
            put_name(number);
            return;
        default:
            return;
        }
}

void put_captures(pid_t pid, uint32_t of, const struct user_regs_struct *at,
                  const struct instruction *takes)
{
    stopped = pid;
    space = of;
    registers = (struct element){ 0, sizeof *at, (const uint8_t *)at };
    bytes_left = most_bytes;
    buffers_left = buffer_bytes;
    ranges_left = most_ranges;
    due_count = 0;
    lead(takes, registers);
    // What these lead to comes at the end: level by level.
    for (uint32_t i = 0; i < due_count; i++)
        take(due[i].takes, &due[i].element);
}
