/* Starts itself again with an environment that makes the loader and libc load and trace what it
 * likes: it stays what it is, under the same watch.
 *
 * prints: preloaded: (0|1)
 * prints: privileges: 1000 0
 * refused: ptrace
 * row: io_destroy = -1 EINVAL @[0-9]+
 * complains: .*
 * ends: exited 0
 */
#include <sys/prctl.h>
int main(int argc, char **argv)
{
	if (argc == 1) {
		char *environment[] = { "LD_PRELOAD=/work/own.so", "LD_LIBRARY_PATH=/work", "LD_AUDIT=/work/own.so",
								"GCONV_PATH=/work", "GLIBC_TUNABLES=glibc.malloc.check=3", "LD_BIND_NOW=1", NULL };
		close(creat("own.so", 0700));
		execle("/proc/self/exe", "program", "again", NULL, environment);
	}
	printf("preloaded: %d\n", getenv("LD_PRELOAD") != NULL);
	printf("privileges: %d %d\n", geteuid(), prctl(PR_CAP_AMBIENT, PR_CAP_AMBIENT_IS_SET, 21, 0, 0));
	syscall(SYS_ptrace, 0L, 0L, 0L, 0L);
	syscall(SYS_io_destroy, 1L);
}
