/* Becomes a tracer, to steer another process past the policy: of its child, its parent, itself.
 *
 * prints: traced: EPERM
 * prints: seize: EPERM
 * prints: attach to the supervisor: EPERM
 * refused: ptrace ptrace ptrace
 * outside: traced: 0
 * outside: seize: 0
 * outside: attach to the supervisor: EPERM
 * ends: exited 0
 */
#include <sys/ptrace.h>
int main(void)
{
	pid_t child = fork();
	if (child == 0) {
		TRY("traced", ptrace(PTRACE_TRACEME, 0, 0, 0));
		_exit(0);
	}
	waitpid(child, NULL, 0);
	if ((child = fork()) == 0)
		for (;;) pause();
	TRY("seize", ptrace(PTRACE_SEIZE, child, 0, 0));
	kill(child, SIGKILL);
	TRY("attach to the supervisor", ptrace(PTRACE_ATTACH, 1, 0, 0));
}
