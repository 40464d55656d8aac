/* Makes its calls through the rings of io_uring, where neither a filter nor a tracer sees them.
 *
 * prints: io_uring_setup: EPERM
 * prints: io_uring_enter: EPERM
 * prints: io_uring_register: EPERM
 * refused: io_uring_setup io_uring_enter io_uring_register
 * outside: io_uring_setup: [0-9]+
 * outside: io_uring_enter: EBADF
 * outside: io_uring_register: (EBADF|EINVAL)
 * ends: exited 0
 */
#include <linux/io_uring.h>
int main(void)
{
	struct io_uring_params params = { 0 };
	TRY("io_uring_setup", syscall(SYS_io_uring_setup, 1, &params));
	TRY("io_uring_enter", syscall(SYS_io_uring_enter, -1, 0, 0, 0, NULL, 0));
	TRY("io_uring_register", syscall(SYS_io_uring_register, -1, 0, NULL, 0));
}
