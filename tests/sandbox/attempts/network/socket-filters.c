/* Puts code of its own into the kernel: a BPF filter on a socket.
 *
 * prints: classic: EPERM
 * prints: extended: EPERM
 * prints: on a group: EPERM
 * refused: setsockopt setsockopt setsockopt
 * outside: classic: 0
 * outside: extended: EBADF
 * outside: on a group: 0
 * needs: control groups
 * ends: exited 0
 */
#include <linux/filter.h>
#include <sys/socket.h>
int main(void)
{
	struct sock_filter code[] = { BPF_STMT(BPF_RET | BPF_K, 0) };
	struct sock_fprog filter = { 1, code };
	int udp = socket(AF_INET, SOCK_DGRAM, 0);
	setsockopt(udp, SOL_SOCKET, SO_REUSEPORT, &(int){ 1 }, 4);
	TRY("classic", setsockopt(udp, SOL_SOCKET, SO_ATTACH_FILTER, &filter, sizeof filter));
	TRY("extended", setsockopt(udp, SOL_SOCKET, SO_ATTACH_BPF, &(int){ -1 }, 4));
	TRY("on a group", setsockopt(udp, SOL_SOCKET, SO_ATTACH_REUSEPORT_CBPF, &filter, sizeof filter));
}
