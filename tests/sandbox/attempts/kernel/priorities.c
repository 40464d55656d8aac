/* Takes the processor from others: by priority, real-time scheduling, deadlines, and I/O classes.
 *
 * prints: nice: (EPERM|EACCES)
 * prints: fifo: EPERM
 * prints: deadline: EPERM
 * prints: I/O: EPERM
 * prints: supervisor: (EPERM|EACCES|ESRCH)
 * prints: of all users: (EPERM|EACCES|ESRCH|0)
 * ends: exited 0
 */
#include <sched.h>
struct attributes { unsigned size, policy; unsigned long flags; int nice; unsigned priority; unsigned long runtime, deadline, period; };
int main(void)
{
	struct attributes deadline = { sizeof deadline, 6, 0, 0, 0, 9000000, 10000000, 10000000 };
	TRY("nice", setpriority(PRIO_PROCESS, 0, -20));
	TRY("fifo", sched_setscheduler(0, SCHED_FIFO, &(struct sched_param){ 99 }));
	TRY("deadline", syscall(SYS_sched_setattr, 0, &deadline, 0));
	TRY("I/O", syscall(SYS_ioprio_set, 1, 0, 1 << 13));
	TRY("supervisor", setpriority(PRIO_PROCESS, 1, -5));
	TRY("of all users", setpriority(PRIO_USER, 0, -5));
}
