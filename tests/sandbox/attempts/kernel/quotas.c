/* Reads and changes the quotas of the file system that its root is on.
 *
 * prints: get: EPERM
 * prints: sync: EPERM
 * prints: by descriptor: EPERM
 * refused: quotactl quotactl quotactl_fd
 * outside: get: .*
 * outside: sync: .*
 * outside: by descriptor: .*
 * ends: exited 0
 */
#include <sys/quota.h>
int main(void)
{
	char room[256];
	TRY("get", syscall(SYS_quotactl, QCMD(Q_GETQUOTA, USRQUOTA), "/dev/vda", 0, room));
	TRY("sync", syscall(SYS_quotactl, QCMD(Q_SYNC, USRQUOTA), NULL, 0, NULL));
	TRY("by descriptor", syscall(443, open("/", O_RDONLY), QCMD(Q_GETQUOTA, USRQUOTA), 0, room));
}
