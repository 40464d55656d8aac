/* Chooses the pid of its next child, so that the tracer would take a stranger for a thread it
 * knows, and dies and is born in the middle of calls.
 *
 * prints: choose: (EACCES|EPERM|EBADF)
 * prints: killed: 40
 * prints: never a stranger: 1
 * ends: exited 0
 */
int main(void)
{
	int killed = 0, low = 1;
	TRY("choose", write(open("/proc/sys/kernel/ns_last_pid", O_WRONLY), "1", 1));
	for (int i = 0; i < 40; i++) {
		pid_t child = fork();
		if (child == 0)
			for (;;) syscall(SYS_io_destroy, 1L);
		low &= child > 1;
		if (i % 3 == 0) usleep(200);
		kill(child, SIGKILL);
		int status;
		killed += waitpid(child, &status, 0) == child && WTERMSIG(status) == SIGKILL;
	}
	printf("killed: %d\nnever a stranger: %d\n", killed, low);
}
