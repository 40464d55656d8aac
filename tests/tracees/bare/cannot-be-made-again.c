/* What only a traced program does, as it is woken by signals that it ignores: a receive whose timeout
 * the socket has ends with EINTR, and a write to a full pipe is short. Without a tracer: EAGAIN after
 * 0.3 s, and all of it. SIGCONT, which nothing had stopped, ends what io_submit reads. */
#include <linux/aio_abi.h>
#include <poll.h>
#include <signal.h>
#include <stdint.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/time.h>
#include <sys/wait.h>
#include <unistd.h>

static char text[256 * 1024];

int main(void)
{
	struct timeval timeout = { 0, 300000 };
	int sockets[2], ends[2];
	char byte;
	socketpair(AF_UNIX, SOCK_STREAM, 0, sockets);
	setsockopt(sockets[0], SOL_SOCKET, SO_RCVTIMEO, &timeout, sizeof timeout);
	if (fork() == 0) {
		usleep(50000);
		_exit(0);
	}
	recv(sockets[0], &byte, 1, 0);
	wait(NULL);

	pipe(ends);
	if (fork() == 0) {
		poll(&(struct pollfd){ ends[0], POLLIN, 0 }, 1, -1);
		if (fork() == 0) {
			usleep(200000);
			close(ends[1]);
			while (read(ends[0], text, sizeof text) > 0)
				;
		}
		_exit(0);
	}
	write(ends[1], text, sizeof text);

	aio_context_t context = 0;
	struct iocb reading = { .aio_lio_opcode = IOCB_CMD_PREAD, .aio_buf = (uintptr_t)&byte, .aio_nbytes = 1 };
	struct iocb *list[] = { &reading };
	pipe(ends);
	reading.aio_fildes = ends[0];
	syscall(SYS_io_setup, 1, &context);
	if (fork() == 0) {
		for (int round = 0; round < 20; round++) {
			usleep(50000);
			kill(getppid(), SIGCONT);
		}
		_exit(0);
	}
	syscall(SYS_io_submit, context, 1L, list);
	return 0;
}
