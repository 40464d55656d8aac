/* Listens on the port of the playground itself, and sends to everybody: what it reaches is only
 * itself.
 *
 * prints: listen: 0
 * prints: connect: 0
 * prints: said: hello
 * prints: broadcast: (EACCES|ENETUNREACH)
 * prints: multicast: (ENETUNREACH|EPERM)
 * prints: beyond: ENETUNREACH
 * needs: control groups
 * ends: exited 0
 */
#include <arpa/inet.h>
#include <sys/socket.h>
static long tell(const char *who, int type)
{
	struct sockaddr_in to = { .sin_family = AF_INET, .sin_port = htons(4321) };
	inet_pton(AF_INET, who, &to.sin_addr);
	return connect(socket(AF_INET, type, 0), (struct sockaddr *)&to, sizeof to);
}
int main(void)
{
	struct sockaddr_in here = { .sin_family = AF_INET, .sin_port = htons(4321) };
	int server = socket(AF_INET, SOCK_STREAM, 0), client = socket(AF_INET, SOCK_STREAM, 0);
	char said[6] = "";
	bind(server, (struct sockaddr *)&here, sizeof here);
	TRY("listen", listen(server, 1));
	TRY("connect", connect(client, (struct sockaddr *)&here, sizeof here));
	write(client, "hello", 5);
	read(accept(server, NULL, NULL), said, 5);
	printf("said: %s\n", said);
	TRY("broadcast", tell("255.255.255.255", SOCK_DGRAM));
	TRY("multicast", tell("224.0.0.1", SOCK_DGRAM));
	TRY("beyond", tell("10.0.0.1", SOCK_STREAM));
}
