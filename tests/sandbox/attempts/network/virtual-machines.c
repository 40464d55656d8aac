/* Talks over AF_VSOCK to the hypervisor, or to the guests, of the machine that it runs on.
 *
 * prints: host: EPERM
 * prints: hypervisor: EPERM
 * refused: socket socket
 * outside: host: .*
 * outside: hypervisor: .*
 * ends: exited 0
 */
#include <linux/vm_sockets.h>
#include <sys/socket.h>
static long reach(unsigned cid)
{
	struct sockaddr_vm to = { .svm_family = AF_VSOCK, .svm_port = 1024, .svm_cid = cid };
	int fd = socket(AF_VSOCK, SOCK_STREAM, 0);
	return fd == -1 ? -1 : bind(fd, (struct sockaddr *)&to, sizeof to);
}
int main(void)
{
	TRY("host", reach(VMADDR_CID_HOST));
	TRY("hypervisor", reach(VMADDR_CID_HYPERVISOR));
}
