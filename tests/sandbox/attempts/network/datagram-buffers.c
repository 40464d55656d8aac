/* Fills the buffers of its own loopback's UDP sockets, which a control group of version 1 counts
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
	static char block[60000];
	struct sockaddr_in own = { .sin_family = AF_INET, .sin_addr.s_addr = htonl(0x7f000001) };
	socklen_t size = sizeof own;
	int room = 1 << 18, full[200], count = 0;
	long held = 0;
	for (; count < 200; count++) {
		int to = full[count] = socket(AF_INET, SOCK_DGRAM, 0);
		setsockopt(to, SOL_SOCKET, SO_RCVBUF, &room, sizeof room);
		bind(to, (void *)&own, size);
		getsockname(to, (void *)&own, &size);
		for (int i = 0; i < 10; i++) sendto(to, block, sizeof block, 0, (void *)&own, size);
		own.sin_port = 0;
	}
	/* What found no room was dropped, so only what arrives was held. */
	while (count-- > 0)
		for (long n; (n = recv(full[count], block, sizeof block, MSG_DONTWAIT)) > 0;) held += n;
	printf("held: %s\n", held < 32L << 20 ? "few" : "many");
}
