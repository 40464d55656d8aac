/* Output stands in its order between the calls, whichever thread of the server read it.
 *
 * thread 1: io_destroy = -1 EINVAL @loop x300
 * ends: exited 0
 */
#include <stdio.h>
#include <sys/syscall.h>
#include <unistd.h>

int main(void)
{
	for (int i = 0; i < 300; i++) {
		printf("first %d\n", i);
		printf("second %d\n", i);
		syscall(SYS_io_destroy, 0UL); /* @loop */
	}
	printf("last\n");
	return 0;
}
