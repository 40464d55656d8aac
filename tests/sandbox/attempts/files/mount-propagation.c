/* Looks for a mount that is shared with the host, and asks for one, so that what is mounted here
 * would appear there.
 *
 * prints: shared or slave: 0
 * prints: make shared: EPERM
 * prints: bind: EPERM
 * prints: remount: EPERM
 * prints: mount_setattr: EPERM
 * prints: umount: EPERM
 * refused: mount mount mount mount_setattr umount2
 * ends: exited 0
 */
#include <sys/mount.h>
int main(void)
{
	char line[1024];
	int count = 0;
	FILE *mounts = fopen("/proc/self/mountinfo", "r");
	while (fgets(line, sizeof line, mounts))
		count += strstr(line, " shared:") || strstr(line, " master:");
	printf("shared or slave: %d\n", count);
	TRY("make shared", mount("none", "/", NULL, MS_REC | MS_SHARED, NULL));
	TRY("bind", mount("/proc/self/root", "/work", NULL, MS_BIND, NULL));
	TRY("remount", mount("none", "/", NULL, MS_REMOUNT | MS_BIND, NULL));
	TRY("mount_setattr", syscall(SYS_mount_setattr, AT_FDCWD, "/", 0, NULL, 0L));
	TRY("umount", umount2("/proc/1", MNT_DETACH));
}
