/* Lines are those of the snippet, whatever #line calls them.
 *
 * thread 1: io_setup = -1 EFAULT @before
 * thread 1: io_setup = -1 EFAULT @other-file
 * thread 1: io_setup = -1 EFAULT @other-number
 * strace: walks no stacks, for it could only give the names that #line gives.
 *
 * ends: exited 0
 */
#include <assert.h>
#include <stdio.h>
#include <sys/syscall.h>
#include <unistd.h>

int main(void)
{
	syscall(SYS_io_setup, 1, NULL); /* @before */
#line 7 "grammar.y"
	printf("%s:%d\n", __FILE__, __LINE__);
	syscall(SYS_io_setup, 1, NULL); /* @other-file */
#line 3000
	printf("%s:%d\n", __FILE__, __LINE__);
	syscall(SYS_io_setup, 1, NULL); /* @other-number */
	return 0;
}
