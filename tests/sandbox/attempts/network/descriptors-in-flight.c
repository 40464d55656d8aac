/* Hides descriptors in sockets that nobody holds any more, which only the garbage collector of the
 * kernel can find, to use up more than it may have.
 *
 * prints: sent: [0-9]+
 * prints: then: (EMFILE|ETOOMANYREFS|ENOMEM|EAGAIN|ENOBUFS)
 * prints: open: [0-9]+
 * ends: exited 0
 */
#include <sys/socket.h>
int main(void)
{
	int sent = 0;
	errno = 0;
	for (; sent < 10000; sent++) {
		int pair[2];
		if (socketpair(AF_UNIX, SOCK_DGRAM, 0, pair)) break;
		char control[CMSG_SPACE(sizeof pair)] = { 0 };
		struct msghdr message = { .msg_iov = &(struct iovec){ "x", 1 }, .msg_iovlen = 1,
								  .msg_control = control, .msg_controllen = sizeof control };
		struct cmsghdr *head = CMSG_FIRSTHDR(&message);
		*head = (struct cmsghdr){ CMSG_LEN(sizeof pair), SOL_SOCKET, SCM_RIGHTS };
		memcpy(CMSG_DATA(head), pair, sizeof pair);
		if (sendmsg(pair[0], &message, MSG_DONTWAIT) == -1) break;
		close(pair[0]);
		close(pair[1]);
	}
	printf("sent: %d\nthen: %s\n", sent, errno ? strerrorname_np(errno) : "EMFILE");
	TRY("open", open("/dev/null", O_RDONLY));
}
