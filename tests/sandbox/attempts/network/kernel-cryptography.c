/* Opens the cryptography of the kernel, a large surface that has had many holes, over AF_ALG.
 *
 * prints: socket: EPERM
 * prints: hash: EBADF
 * refused: socket
 * outside: socket: ([0-9]+|EAFNOSUPPORT)
 * outside: hash: .*
 * ends: exited 0
 */
#include <linux/if_alg.h>
#include <sys/socket.h>
int main(void)
{
	struct sockaddr_alg name = { .salg_family = AF_ALG, .salg_type = "hash", .salg_name = "sha256" };
	int fd;
	TRY("socket", fd = socket(AF_ALG, SOCK_SEQPACKET, 0));
	TRY("hash", bind(fd, (struct sockaddr *)&name, sizeof name));
}
