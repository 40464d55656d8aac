/* What the threads of a random program may do with contexts; write-books-program.ts writes the rest. */
#include <pthread.h>
#include <sched.h>

enum { slots = 32 };
static struct { aio_context_t handle; size_t bytes; unsigned number; } made[slots];

static long value_of(const char *path)
{
	char text[32] = "";
	int file = open(path, O_RDONLY);
	read(file, text, sizeof(text) - 1);
	close(file);
	return atol(text);
}

/* io_setup, by whatever thread or process that shares this memory */
static void begin(int slot, unsigned events)
{
	aio_context_t handle = 0;
	if (syscall(SYS_io_setup, events, &handle)) {
		printf("refused: %u\n", events);
		return;
	}
	struct { unsigned number, events; } ring = { 0, 0 };
	int memory = open("/proc/self/mem", O_RDONLY);
	pread(memory, &ring, sizeof(ring), (off_t)handle);
	close(memory);
	made[slot].handle = handle;
	made[slot].number = ring.number;
	made[slot].bytes = (32 + ring.events * 32UL + 4095) & ~4095UL;
}

static void end(int slot)
{
	syscall(SYS_io_destroy, made[slot].handle);
}

static void *elsewhere(size_t bytes)
{
	return mmap(NULL, bytes, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
}

static void move_to(int slot, void *to)
{
	size_t bytes = made[slot].bytes;
	void *moved = mremap((void *)made[slot].handle, bytes, bytes, MREMAP_MAYMOVE | MREMAP_FIXED, to);
	if (moved != MAP_FAILED) made[slot].handle = (aio_context_t)moved;
}

static void move(int slot)
{
	move_to(slot, elsewhere(made[slot].bytes));
}

static void lend(int slot, unsigned events)
{
	if (vfork() == 0) {
		begin(slot, events);
		_exit(0);
	}
}

/* A child that holds so many events, and ends in one of the ways in which a process can end */
static void child(unsigned events, char how)
{
	int ready[2];
	pipe(ready);
	pid_t pid = fork();
	if (pid == 0) {
		aio_context_t context = 0;
		if (syscall(SYS_io_setup, events, &context)) printf("refused: %u\n", events), fflush(stdout);
		write(ready[1], "x", 1);
		if (how == 'e') execl("/proc/self/exe", "program", "again", (char *)NULL);
		while (how == 'k') pause();
		_exit(0);
	}
	read(ready[0], &(char){ 0 }, 1);
	if (how == 'k') kill(pid, SIGKILL);
	waitpid(pid, NULL, 0);
	close(ready[0]);
	close(ready[1]);
}

/* From here on: what no honest program does. */

static void unmap(int slot)
{
	munmap((void *)made[slot].handle, made[slot].bytes);
}

static void cut(int slot, int page)
{
	munmap((char *)made[slot].handle + page * 4096, 4096);
}

/* Moves the last page of a ring away, whose address is then the handle. */
static void tear(int slot)
{
	char *last = (char *)made[slot].handle + made[slot].bytes - 4096;
	mremap(last, 4096, 4096, MREMAP_MAYMOVE | MREMAP_FIXED, elsewhere(4096));
}

static void stack(int slot, int on)
{
	move_to(slot, (void *)made[on].handle);
}

/* Puts the number of a context where the ring of another is, or was, and ends whatever goes by both. */
static void forge(int slot, int at)
{
	int memory = open("/proc/self/mem", O_RDWR);
	mmap((void *)made[at].handle, 4096, PROT_READ | PROT_WRITE,
	     MAP_PRIVATE | MAP_ANONYMOUS | MAP_FIXED_NOREPLACE, -1, 0);
	pwrite(memory, &made[slot].number, sizeof(unsigned), (off_t)made[at].handle);
	close(memory);
	syscall(SYS_io_destroy, made[at].handle);
}

static void idle(void)
{
	sched_setscheduler(0, SCHED_IDLE, &(struct sched_param){ 0 });
}
