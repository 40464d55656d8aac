/* Holds more events than its share: children die slowly, as they get hardly any CPU time, and
 * what they hold counts until they have died.
 *
 * prints: got the events of a child that was not dead: 0
 * ends: exited 0
 */
#include <sched.h>
int main(void)
{
	int early = 0;
	pid_t busy = fork();
	if (busy == 0) {
		alarm(1);
		for (;;) ;
	}
	for (int i = 0; i < 3; i++) {
		int ready[2];
		pipe(ready);
		pid_t child = fork();
		if (child == 0) {
			aio_context_t context = 0;
			cpu_set_t one;
			CPU_ZERO(&one);
			CPU_SET(sched_getcpu(), &one);
			sched_setaffinity(busy, sizeof(one), &one);
			sched_setaffinity(0, sizeof(one), &one);
			syscall(SYS_io_setup, 4096, &context);
			write(ready[1], "x", 1);
			sched_setscheduler(0, SCHED_IDLE, &(struct sched_param){ 0 });
			for (;;) ;
		}
		read(ready[0], &(char){ 0 }, 1);
		kill(child, SIGKILL);
		aio_context_t context = 0;
		while (syscall(SYS_io_setup, 4096, &context)) usleep(500);
		early += waitpid(child, NULL, WNOHANG) == 0;
		syscall(SYS_io_destroy, context);
		waitpid(child, NULL, 0);
	}
	printf("got the events of a child that was not dead: %d\n", early);
}
