/* Reads its output back, fills it without writing, shrinks it, and moves pages into it that it
 * changes afterwards.
 *
 * prints: .*shrunk: [0-9]+
 * prints: x.gifted: 4096
 * ends: exited 0
 */
#include <sys/uio.h>
int main(void)
{
	static char page[4096] __attribute__((aligned(4096)));
	int own = open("/proc/self/fd/1", O_RDONLY | O_NONBLOCK);
	for (int i = 0; i < 100; i++) read(own, page, sizeof page);
	TRY("shrunk", fcntl(1, F_SETPIPE_SZ, 8192));
	memset(page, 'x', sizeof page);
	long gifted = vmsplice(1, &(struct iovec){ page, 1 }, 1, SPLICE_F_GIFT);
	printf("\rgifted: %ld\n", gifted * 4096);
	fcntl(1, F_SETFL, O_NONBLOCK | O_ASYNC);
}
