/* Asks for types of sockets that the Internet protocols do not have, at which the kernel looks for a
 * module: DCCP's had the name of type 6 before Linux 6.16.
 *
 * prints: sockets: (4|0) of 60
 * prints: UDP as a stream: EPERM
 * prints: raw TCP: EPERM
 * prints: flags hide nothing: EPERM
 * ends: exited 0
 * refused: (socket ?)+
 * outside: sockets: [0-9]+ of 60
 * outside: UDP as a stream: EPROTONOSUPPORT
 * outside: raw TCP: EPERM
 * outside: flags hide nothing: (ESOCKTNOSUPPORT|EPROTONOSUPPORT)
 */
#include <sys/socket.h>
int main(void)
{
	int made = 0;
	for (int family = AF_INET; family <= AF_INET6; family += AF_INET6 - AF_INET)
		for (int type = 1; type <= 10; type++)
			for (int protocol = 0; protocol <= 34; protocol += 17)
				made += socket(family, type, protocol) != -1 && type > 2;
	for (int family = AF_INET; family <= AF_INET6; family += AF_INET6 - AF_INET)
		for (int type = 1; type <= 2; type++) made += socket(family, type, 0) != -1;
	printf("sockets: %d of 60\n", made);
	fflush(stdout);
	TRY("UDP as a stream", socket(AF_INET, SOCK_STREAM, 17));
	TRY("raw TCP", socket(AF_INET, SOCK_RAW, 6));
	TRY("flags hide nothing", socket(AF_INET6, SOCK_DCCP | SOCK_CLOEXEC | SOCK_NONBLOCK, 0));
}
