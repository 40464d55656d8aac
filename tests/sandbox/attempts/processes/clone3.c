/* Asks clone3 for what clone would refuse: its flags lie in memory, where no filter can read them.
 *
 * prints: new namespaces: ENOSYS
 * prints: untraced: ENOSYS
 * prints: chosen pid: ENOSYS
 * prints: into a cgroup: ENOSYS
 * prints: clone: EPERM
 * refused: clone
 * outside: new namespaces: .*
 * outside: untraced: [0-9]+
 * outside: chosen pid: .*
 * outside: into a cgroup: .*
 * outside: clone: .*
 * ends: exited 0
 */
#include <linux/sched.h>
static long clone3(struct clone_args args)
{
	args.exit_signal = SIGCHLD;
	long child = syscall(SYS_clone3, &args, sizeof args);
	if (child == 0) _exit(0);
	return child;
}
int main(void)
{
	pid_t pid = 77;
	TRY("new namespaces", clone3((struct clone_args){ .flags = CLONE_NEWUSER | CLONE_NEWNET }));
	TRY("untraced", clone3((struct clone_args){ .flags = CLONE_UNTRACED }));
	TRY("chosen pid", clone3((struct clone_args){ .set_tid = (long)&pid, .set_tid_size = 1 }));
	TRY("into a cgroup", clone3((struct clone_args){ .flags = CLONE_INTO_CGROUP, .cgroup = 0 }));
	long child = syscall(SYS_clone, CLONE_UNTRACED | SIGCHLD, 0, 0, 0, 0);
	if (child == 0) _exit(0);
	errno = child == -1 ? EPERM : 0;
	printf("clone: %s\n", child == -1 ? strerrorname_np(errno) : "a child");
}
