/* Asks for protocols that make the kernel load a module for a stranger: SCTP, DCCP, MPTCP, TIPC
 * and other rare ones.
 *
 * prints: SCTP: EPERM
 * prints: DCCP: EPERM
 * prints: MPTCP: EPERM
 * prints: UDP-Lite: EPERM
 * prints: TIPC pair: EPERM
 * prints: CAN: EPERM
 * prints: RDS: EPERM
 * prints: TLS on TCP: EPERM
 * prints: congestion: EPERM
 * refused: socket socket socket socket socketpair socket socket setsockopt setsockopt
 * outside: SCTP: .*
 * outside: DCCP: .*
 * outside: MPTCP: .*
 * outside: UDP-Lite: [0-9]+
 * outside: TIPC pair: .*
 * outside: CAN: .*
 * outside: RDS: .*
 * outside: TLS on TCP: .*
 * outside: congestion: .*
 * needs: control groups
 * ends: exited 0
 */
#include <sys/socket.h>
int main(void)
{
	TRY("SCTP", socket(AF_INET, SOCK_SEQPACKET, 132));
	TRY("DCCP", socket(AF_INET, SOCK_DCCP, 33));
	TRY("MPTCP", socket(AF_INET, SOCK_STREAM, 262));
	TRY("UDP-Lite", socket(AF_INET6, SOCK_DGRAM, 136));
	TRY("TIPC pair", socketpair(AF_TIPC, SOCK_STREAM, 0, (int[2]){ 0 }));
	TRY("CAN", socket(AF_CAN, SOCK_RAW, 1));
	TRY("RDS", socket(AF_RDS, SOCK_SEQPACKET, 0));
	int tcp = socket(AF_INET, SOCK_STREAM, 0);
	TRY("TLS on TCP", setsockopt(tcp, 6, 31, "tls", 3));
	TRY("congestion", setsockopt(tcp, 6, 13, "htcp", 4));
}
