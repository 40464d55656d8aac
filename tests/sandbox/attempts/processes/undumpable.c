/* Makes itself undumpable, which takes its memory and its /proc away from those who trace it
 * without privileges.
 *
 * prints: undumpable: 0
 * prints: read back: 0
 * row: io_setup = 0 @[0-9]+
 * row: io_submit = -1 EBADF @[0-9]+
 * ends: exited 0
 */
#include <sys/prctl.h>
int main(void)
{
	TRY("undumpable", prctl(PR_SET_DUMPABLE, 0, 0, 0, 0));
	TRY("read back", prctl(PR_GET_DUMPABLE, 0, 0, 0, 0));
	aio_context_t context = 0;
	struct iocb request = { .aio_fildes = -1 }, *list[] = { &request };
	syscall(SYS_io_setup, 1, &context);
	syscall(SYS_io_submit, context, 1L, list);
}
