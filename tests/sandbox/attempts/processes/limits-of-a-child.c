/* A child writes a file beyond the limit, and its parent goes on as if nothing had happened: the limit
 * ends the run all the same, and is named.
 *
 * prints: the child begins
 * ends: limit-exceeded file-size
 */
int main(void)
{
	int fd = open("/dev/shm/grows", O_RDWR | O_CREAT, 0600);
	printf("the child begins\n");
	if (fork() == 0) {
		pwrite(fd, "beyond", 6, 1L << 40);
		_exit(0);
	}
	wait(NULL);
	sleep(1);
	printf("the parent ends well\n");
	return 0;
}
