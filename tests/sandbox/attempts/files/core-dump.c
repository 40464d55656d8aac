/* Dies with a large core and a limit raised as far as it goes, to fill a disk or to start the core
 * handler of the host.
 *
 * prints: raise: EPERM
 * prints: dumpable: 0
 * prints: child: 6, core 0
 * prints: files: 2
 * ends: exited 0
 */
#include <dirent.h>
#include <sys/prctl.h>
int main(void)
{
	TRY("raise", setrlimit(RLIMIT_CORE, &(struct rlimit){ RLIM_INFINITY, RLIM_INFINITY }));
	TRY("dumpable", prctl(PR_SET_DUMPABLE, 1, 0, 0, 0));
	if (fork() == 0) abort();
	int status, files = 0;
	wait(&status);
	// The kernel may say that it dumped one byte; core(5).
	printf("child: %d, core %d\n", WTERMSIG(status), access("core", F_OK) == 0);
	for (DIR *work = opendir("."); readdir(work);) files++;
	printf("files: %d\n", files);
}
