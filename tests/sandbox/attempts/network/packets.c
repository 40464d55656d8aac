/* Reads and forges packets below TCP: packet sockets, raw sockets, pings.
 *
 * prints: packet: EPERM
 * prints: raw: EPERM
 * prints: raw of any protocol: EPERM
 * prints: ping: EPERM
 * refused: socket socket socket socket
 * needs: control groups
 * ends: exited 0
 */
#include <arpa/inet.h>
#include <sys/socket.h>
int main(void)
{
	TRY("packet", socket(AF_PACKET, SOCK_RAW, htons(3)));
	TRY("raw", socket(AF_INET, SOCK_RAW, IPPROTO_ICMP));
	TRY("raw of any protocol", socket(AF_INET, SOCK_RAW, IPPROTO_RAW));
	TRY("ping", socket(AF_INET, SOCK_DGRAM, IPPROTO_ICMP));
}
