/* Claims by #line that its calls are made by lines that it does not have, by another file, and by a
 * line that is another's.
 *
 * row: io_destroy = -1 EINVAL @14
 * row: io_destroy = -1 EINVAL @16
 * row: io_destroy = -1 EINVAL @none
 * ends: exited 0
 */
#include <sys/syscall.h>
#include <unistd.h>
int main(void)
{
#line 2000000000 "snippet.c"
	syscall(SYS_io_destroy, 1L);
#line 3 "/work/other.c"
	syscall(SYS_io_destroy, 2L);
#line 1 "../work/snippet.c"
	syscall(SYS_io_destroy, 3L);
}
