/* Opens the devices of the host by their usual names, and makes nodes for them.
 *
 * prints: /dev/mem: ENOENT
 * prints: /dev/kmsg: ENOENT
 * prints: /dev/sda: ENOENT
 * prints: /dev/vda: ENOENT
 * prints: /dev/loop-control: ENOENT
 * prints: /dev/loop0: ENOENT
 * prints: /dev/fuse: ENOENT
 * prints: /dev/kvm: ENOENT
 * prints: /dev/net/tun: ENOENT
 * prints: /dev/vhost-vsock: ENOENT
 * prints: /dev/userfaultfd: ENOENT
 * prints: /dev/console: ENOENT
 * prints: block node: EPERM
 * prints: character node: EPERM
 * prints: nodes: full null pts random stderr stdin stdout tty urandom zero fd shm
 * ends: exited 0
 */
#include <dirent.h>
int main(void)
{
	const char *names[] = { "mem", "kmsg", "sda", "vda", "loop-control", "loop0", "fuse", "kvm",
							"net/tun", "vhost-vsock", "userfaultfd", "console" };
	char path[32];
	for (int i = 0; i < 12; i++) {
		snprintf(path, sizeof path, "/dev/%s", names[i]);
		TRY(path, open(path, O_RDWR));
	}
	TRY("block node", mknod("/work/vda", S_IFBLK | 0600, 254 << 8));
	TRY("character node", mknod("/dev/shm/mem", S_IFCHR | 0600, 1 << 8 | 1));
	const char *known[] = { "full", "null", "ptmx", "pts", "random", "stderr", "stdin", "stdout",
							"tty", "urandom", "zero", "fd", "shm", "core" };
	struct dirent *entry;
	printf("nodes:");
	for (int i = 0; i < 13; i++) {
		snprintf(path, sizeof path, "/dev/%s", known[i]);
		if (access(path, F_OK) == 0) printf(" %s", known[i]);
	}
	for (DIR *dev = opendir("/dev"); (entry = readdir(dev));) {
		int is_known = entry->d_name[0] == '.';
		for (int i = 0; i < 14; i++) is_known |= strcmp(entry->d_name, known[i]) == 0;
		if (!is_known) printf(" %s", entry->d_name);
	}
	puts("");
}
