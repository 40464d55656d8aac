/* Writes to every file of /proc/self that changes what a process is to the kernel.
 *
 * prints: uid_map: EPERM
 * prints: gid_map: EPERM
 * prints: setgroups: (EPERM|EACCES)
 * prints: loginuid: (EPERM|EACCES|ENOENT|EINVAL)
 * prints: exec label: (EINVAL|EACCES|EPERM|ENOENT)
 * prints: autogroup: .*
 * prints: core pattern: EACCES
 * prints: last pid: (EACCES|EPERM)
 * prints: printk: EACCES
 * prints: modprobe: (EACCES|ENOENT)
 * ends: exited 0
 */
static long put(const char *path, const char *value)
{
	int fd = open(path, O_WRONLY);
	return fd == -1 ? -1 : write(fd, value, strlen(value));
}
int main(void)
{
	TRY("uid_map", put("/proc/self/uid_map", "0 0 1"));
	TRY("gid_map", put("/proc/self/gid_map", "0 0 1"));
	TRY("setgroups", put("/proc/self/setgroups", "allow"));
	TRY("loginuid", put("/proc/self/loginuid", "0"));
	TRY("exec label", put("/proc/self/attr/exec", "unconfined"));
	TRY("autogroup", put("/proc/self/autogroup", "-20"));
	TRY("core pattern", put("/proc/sys/kernel/core_pattern", "|/work/program"));
	TRY("last pid", put("/proc/sys/kernel/ns_last_pid", "1"));
	TRY("printk", put("/proc/sys/kernel/printk", "8"));
	TRY("modprobe", put("/proc/sys/kernel/modprobe", "/work/program"));
}
