/* Walks out through the roots and working directories that /proc has for each process.
 *
 * prints: own: ENOENT
 * prints: thread: ENOENT
 * prints: task: ENOENT
 * prints: parent: ENOENT
 * prints: child: ENOENT
 * prints: up: 0
 * prints: still the same: ENOENT
 * ends: exited 0
 */
int main(void)
{
	char path[64];
	TRY("own", open("/proc/self/root/etc/group", O_RDONLY));
	TRY("thread", open("/proc/thread-self/root/etc/group", O_RDONLY));
	snprintf(path, sizeof path, "/proc/self/task/%d/root/etc/group", getpid());
	TRY("task", open(path, O_RDONLY));
	snprintf(path, sizeof path, "/proc/%d/root/etc/group", getppid());
	TRY("parent", open(path, O_RDONLY));
	pid_t child = fork();
	if (child == 0)
		for (;;) pause();
	snprintf(path, sizeof path, "/proc/%d/cwd/../etc/group", child);
	TRY("child", open(path, O_RDONLY));
	kill(child, SIGKILL);
	TRY("up", chdir("/proc/self/root/../../../../../.."));
	TRY("still the same", open("etc/group", O_RDONLY));
}
