/* Holds more events than its share: while somebody reads the memory of a dead process, that memory
 * lives (pread of it is not 0), and so do its contexts.
 *
 * prints: got the events of memory that was still read: 0
 * ends: exited 0
 */
enum { bytes = 16 << 20 };
int main(void)
{
	volatile int *reading = mmap(NULL, 4096, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
	char *zeros = mmap(NULL, bytes, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
	int early = 0;
	for (int i = 0; i < 2; i++) {
		int ready[2];
		pipe(ready);
		pid_t child = fork();
		if (child == 0) {
			aio_context_t context = 0;
			syscall(SYS_io_setup, 4096, &context);
			write(ready[1], "x", 1);
			for (;;) pause();
		}
		read(ready[0], &(char){ 0 }, 1);
		char name[32];
		sprintf(name, "/proc/%d/mem", child);
		int memory = open(name, O_RDONLY);
		pid_t reader = fork();
		if (reader == 0) {
			char *copy = mmap(NULL, bytes, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
			*reading = 1;
			pread(memory, copy, bytes, (off_t)zeros);
			_exit(0);
		}
		while (!*reading) ;
		usleep(1000);
		kill(child, SIGKILL);
		waitpid(child, NULL, 0);
		aio_context_t context = 0;
		while (syscall(SYS_io_setup, 4096, &context)) usleep(500);
		early += pread(memory, &(char){ 0 }, 1, (off_t)zeros) != 0;
		*reading = 0;
		waitpid(reader, NULL, 0);
		syscall(SYS_io_destroy, context);
	}
	printf("got the events of memory that was still read: %d\n", early);
}
