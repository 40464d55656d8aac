/* Fills the buffers of its own loopback's TCP connections, which a control group of version 1 counts
 * apart from other memory, and rlimits do not count at all.
 *
 * prints: held: few
 * needs: control groups of version 1
 * ends: exited 0
 * outside: held: many
 */
#include <netinet/in.h>
#include <sys/socket.h>
int main(void)
{
	static char block[1 << 18];
	struct sockaddr_in own = { .sin_family = AF_INET, .sin_addr.s_addr = htonl(0x7f000001) };
	socklen_t size = sizeof own;
	int listener = socket(AF_INET, SOCK_STREAM, 0), largest = 4 << 20;
	bind(listener, (void *)&own, size);
	listen(listener, 100);
	getsockname(listener, (void *)&own, &size);
	long held = 0, most = 128L << 20;
	for (int i = 0; i < 60 && held < most; i++) {
		int from = socket(AF_INET, SOCK_STREAM, 0);
		setsockopt(from, SOL_SOCKET, SO_SNDBUF, &largest, sizeof largest);
		fcntl(from, F_SETFL, O_NONBLOCK);
		connect(from, (void *)&own, size);
		int to = accept(listener, NULL, NULL);
		setsockopt(to, SOL_SOCKET, SO_RCVBUF, &largest, sizeof largest);
		for (long n; held < most && (n = write(from, block, sizeof block)) > 0;) held += n;
	}
	printf("held: %s\n", held < 64L << 20 ? "few" : "many");
}
