/* The kernel of a machine gives its root the files of the host: those of the sandbox it is in. */
#include "false-agent.h"

#include <arpa/inet.h>
#include <dirent.h>
#include <errno.h>
#include <sys/mount.h>
#include <sys/socket.h>

static void list(const char *path)
{
	char text[2048] = "", name[300];
	struct dirent **names;
	int count = scandir(path, &names, NULL, alphasort);
	snprintf(text, sizeof text, "%s:", path);
	for (int i = 0; i < count; i++) {
		if (names[i]->d_name[0] == '.')
			continue;
		snprintf(name, sizeof name, " %s", names[i]->d_name);
		strncat(text, name, sizeof text - strlen(text) - 2);
	}
	strcat(text, "\n");
	say(text);
}

static void try(const char *what, long result)
{
	char text[200];
	snprintf(text, sizeof text, "%s: %s\n", what, result < 0 ? strerrorname_np(errno) : "0");
	say(text);
}

static int reach(const char *address)
{
	struct sockaddr_in to = { .sin_family = AF_INET, .sin_port = htons(80) };
	inet_pton(AF_INET, address, &to.sin_addr);
	return connect(socket(AF_INET, SOCK_STREAM, 0), (struct sockaddr *)&to, sizeof to);
}

int main(void)
{
	open_line();
	greet(PROTOCOL_VERSION);
	await_job();
	begin();
	mkdir("/host", 0755);
	try("mount", mount("none", "/host", "hostfs", 0, "/"));
	list("/host");
	try("passwd", open("/host/etc/passwd", O_RDONLY));
	try("initrd", open("/host/initrd", O_RDWR));
	try("linux", open("/host/linux", O_RDWR));
	try("job", open("/host/job", O_RDWR));
	try("root", open("/host/new", O_RDWR | O_CREAT, 0600));
	try("device", mknod("/host/tmp/device", S_IFBLK | 0600, makedev(8, 0)));
	try("full", open("/host/dev/sda", O_RDWR));
	try("setting", open("/host/proc/sys/fs/aio-max-nr", O_RDWR));
	try("network", reach("1.1.1.1"));
	const uint64_t end[] = { 1, 0, 0 };
	tell(ended, end, sizeof end);
	for (;;)
		pause();
}
