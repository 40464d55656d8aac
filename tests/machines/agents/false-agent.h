/* What an agent has that fell into wrong hands: every capability, and the serial line. */
#define _GNU_SOURCE
#include <fcntl.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/sysmacros.h>
#include <termios.h>
#include <unistd.h>

static int line;

static void open_line(void)
{
	struct termios raw;
	mknod("/dev/ttyS0", S_IFCHR | 0600, makedev(4, 64));
	line = open("/dev/ttyS0", O_RDWR | O_NOCTTY);
	tcgetattr(line, &raw);
	cfmakeraw(&raw);
	tcsetattr(line, TCSANOW, &raw);
}

/* A record: its length, its kind, and what it says. */
static void tell(uint64_t kind, const void *content, uint64_t length)
{
	char record[65536];
	uint64_t head[] = { 16 + length, kind };
	memcpy(record, head, 16);
	memcpy(record + 16, content, length);
	for (uint64_t sent = 0; sent < 16 + length;)
		sent += write(line, record + sent, 16 + length - sent);
}

enum {
	hello,
	born,
	became,
	maps,
	status,
	limits,
	counters,
	entry,
	exit_,
	signal_,
	output,
	ended,
	trouble,
};

static void greet(uint64_t version)
{
	tell(hello, &version, sizeof version);
}

/* The program has begun. */
static void begin(void)
{
	const uint64_t pids[] = { 1, 1 };
	tell(became, pids, sizeof pids);
}

static void await_job(void)
{
	char word;
	while (read(line, &word, 1) != 1)
		;
}

/* Text that the server takes for the program's. */
static void say(const char *text)
{
	char content[4096] = { 0 };
	strncpy(content + 8, text, sizeof content - 9);
	tell(output, content, 8 + strlen(content + 8));
}
