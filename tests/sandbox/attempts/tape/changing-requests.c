/* Changes its requests and its list from another thread while they are submitted: what the tracer
 * reads need not be what the kernel read.
 *
 * prints: alive: 1
 * rows: [0-9]+
 * ends: exited 0
 */
#include <pthread.h>
static struct iocb request = { .aio_fildes = -1 };
static struct iocb *volatile list[64];
static void *flip(void *unused)
{
	for (unsigned long n = 0;; n++) {
		list[n % 64] = n % 3 ? &request : (void *)(n << 40);
		request.aio_lio_opcode = n;
		request.aio_buf = n * 0x9e3779b97f4a7c15;
		request.aio_nbytes = n % 5 ? n : -1;
	}
}
int main(void)
{
	pthread_t thread;
	aio_context_t context = 0;
	syscall(SYS_io_setup, 64, &context);
	pthread_create(&thread, NULL, flip, NULL);
	for (int i = 0; i < 15; i++) syscall(SYS_io_submit, context, 64L, list);
	puts("alive: 1");
}
