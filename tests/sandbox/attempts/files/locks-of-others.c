/* Reads which files the processes of the host have locked, with inodes and ranges; its own lock would
 * be among them.
 *
 * prints: own lock: 0
 * prints: listed: 0
 * ends: exited 0
 * outside: own lock: 0
 * outside: listed: [1-9][0-9]*
 */
int main(void)
{
	char buffer[4096];
	int file = open("locked", O_CREAT | O_RDWR, 0600);
	TRY("own lock", fcntl(file, F_SETLK, &(struct flock){ .l_type = F_WRLCK }));
	TRY("listed", read(open("/proc/locks", O_RDONLY), buffer, sizeof buffer));
}
