/* One record for the server, put together and sent as a whole. */
#pragma once

#include "agent.h"

#include <stddef.h>

/** Opens the serial line. */
void open_line(void);

/** Waits until the server has put the job on the block device. */
void await_word(void);

void begin_record(enum record kind);
void put_word(uint64_t word);
/** Bytes without their number. */
void put_bytes(const void *bytes, size_t length);
void send_record(void);

/** Says why the machine cannot go on, and ends it. */
_Noreturn void give_up(const char *what);

/** Gives up if the result is one of failure. */
void must(long result, const char *what);
