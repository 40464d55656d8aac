/* Keeps names of the abstract socket namespace, which no directory bounds, in a process that
 * stays.
 *
 * prints: bind: 0
 * prints: listen: 0
 * runs: 2
 * ends: exited 0
 */
#include <sys/socket.h>
#include <sys/un.h>
int main(void)
{
	struct sockaddr_un name = { AF_UNIX, "\0live-man" };
	int server = socket(AF_UNIX, SOCK_STREAM, 0);
	TRY("bind", bind(server, (struct sockaddr *)&name, sizeof name));
	TRY("listen", listen(server, 1));
	if (fork() == 0)
		for (;;) pause();
}
