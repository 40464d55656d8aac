/* Makes itself the last that the kernel kills when memory is short, and others the first.
 *
 * prints: own: (EACCES|EPERM)
 * prints: raise: 4
 * prints: supervisor: ENOENT
 * ends: exited 0
 */
static long score(const char *path, const char *value)
{
	int fd = open(path, O_WRONLY);
	return fd == -1 ? -1 : write(fd, value, strlen(value));
}
int main(void)
{
	TRY("own", score("/proc/self/oom_score_adj", "-999"));
	TRY("raise", score("/proc/self/oom_score_adj", "1000"));
	TRY("supervisor", score("/proc/1/oom_score_adj", "1000"));
}
