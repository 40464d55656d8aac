/* Leaves a message queue, shared memory and files in memory behind, open in a process that no
 * signal ends.
 *
 * prints: queue: 0
 * prints: shared: 0
 * prints: file: 0
 * prints: temporary: 0
 * runs: 2
 * ends: exited 0
 */
#include <mqueue.h>
int main(void)
{
	TRY("queue", mq_open("/left", O_CREAT | O_EXCL | O_RDWR, 0600, NULL) == -1 ? -1 : 0);
	TRY("shared", shm_open("/left", O_CREAT | O_EXCL | O_RDWR, 0600) == -1 ? -1 : 0);
	TRY("file", open("/work/left", O_CREAT | O_EXCL | O_RDWR, 0600) == -1 ? -1 : 0);
	TRY("temporary", open("/tmp/left", O_CREAT | O_EXCL | O_RDWR, 0600) == -1 ? -1 : 0);
	if (fork() == 0) {
		for (int s = 1; s < 65; s++) signal(s, SIG_IGN);
		for (;;) pause();
	}
}
