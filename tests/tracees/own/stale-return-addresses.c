/* What an earlier call left on the stack is not taken for a caller of a later one.
 *
 * thread 1: io_setup = 0 @init
 * thread 1: io_submit = 1 @submit, io_getevents = 1 @run x3
 * thread 1: io_destroy = 0 @release
 * signal: SIGABRT @abort
 * ends: signalled SIGABRT
 */
#include <fcntl.h>
#include <libaio.h>
#include <stdlib.h>
#include <string.h>

static void done(io_context_t c, struct iocb *i, long r, long r2) { (void)c; (void)i; (void)r; (void)r2; }

static int submit_one(io_context_t context, struct iocb *request)
{
	int left = 1;
	while (left > 0) {
		int submitted = io_submit(context, left, &request); /* @submit */
		left -= submitted;
	}
	return left;
}

static void leave_traces(char *into)
{
	char room[4000];
	memset(room, 1, sizeof room);
	memcpy(into, room, 8);
}

int main(void)
{
	static char data[512];
	struct iocb request;
	io_context_t context = 0;
	int fd = open("file", O_RDWR | O_CREAT, 0600);
	io_queue_init(4, &context); /* @init */
	io_prep_pwrite(&request, fd, data, sizeof data, 0);
	io_set_callback(&request, done);
	for (int i = 0; i < 3; i++) {
		submit_one(context, &request);
		io_queue_run(context); /* @run */
	}
	io_queue_release(context); /* @release */
	leave_traces(data);
	abort(); /* @abort */
}
