/* Stops and continues a child again and again while it makes calls: a stop of the tracer must
 * not be taken for one of these.
 *
 * prints: calls: 20
 * prints: stopped: [1-9][0-9]*
 * rows: 20
 * ends: exited 0
 */
int main(void)
{
	int stopped = 0, status;
	pid_t child = fork();
	if (child == 0) {
		/* However fast it is, it is stopped at least once. */
		raise(SIGSTOP);
		for (int i = 0; i < 20; i++) syscall(SYS_io_destroy, 1L);
		printf("calls: 20\n");
		fflush(stdout);
		_exit(0);
	}
	for (;;) {
		kill(child, SIGSTOP);
		if (waitpid(child, &status, WUNTRACED) == child && !WIFSTOPPED(status)) break;
		stopped++;
		kill(child, SIGCONT);
		if (stopped > 100) usleep(1000);
	}
	printf("stopped: %d\n", stopped);
}
