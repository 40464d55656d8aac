/* Adopts its orphans as a subreaper, asks to be told of its parent’s death, and ends with a tree
 * of stopped grandchildren.
 *
 * prints: subreaper: 0
 * prints: told of a death: 0
 * prints: orphan is mine: 1
 * runs: 2
 * ends: exited 0
 */
#include <sys/prctl.h>
int main(void)
{
	TRY("subreaper", prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0));
	TRY("told of a death", prctl(PR_SET_PDEATHSIG, SIGUSR1, 0, 0, 0));
	int told[2];
	pid_t me = getpid(), middle = fork(), adopter = 0;
	pipe(told);
	if (middle == 0) {
		if (fork() == 0) {
			raise(SIGSTOP);
			for (;;) pause();
		}
		_exit(0);
	}
	waitpid(middle, NULL, 0);
	char path[64], line[256];
	snprintf(path, sizeof path, "/proc/%d/task/%d/children", me, me);
	FILE *children = fopen(path, "r");
	if (children) adopter = fscanf(children, "%*d") != EOF;
	printf("orphan is mine: %d\n", adopter);
}
