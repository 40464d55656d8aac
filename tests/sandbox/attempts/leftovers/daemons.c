/* Leaves a daemon behind that has a session of its own, ignores signals and starts itself again
 * when it is killed.
 *
 * prints: processes: 2
 * runs: 2
 * ends: exited 0
 */
#include <ctype.h>
#include <dirent.h>
int main(void)
{
	int processes = 0;
	struct dirent *entry;
	for (DIR *proc = opendir("/proc"); (entry = readdir(proc));) processes += isdigit(entry->d_name[0]) != 0;
	printf("processes: %d\n", processes);
	if (fork()) return 0;
	setsid();
	for (int s = 1; s < 65; s++) signal(s, SIG_IGN);
	if (fork()) _exit(0);
	for (;;) {
		if (fork() == 0)
			for (;;) pause();
		wait(NULL);
	}
}
