/* Machine code that the program wrote itself does not reveal where it was called, so its calls have
 * no line: whatever is on the stack may be what an earlier call left there.
 *
 * thread 1: io_setup = -1 EFAULT @none
 * thread 2: io_setup = -1 EFAULT @none
 * ends: exited 0
 */
#define _GNU_SOURCE
#include <pthread.h>
#include <string.h>
#include <sys/mman.h>

/* mov $206, %eax; xor %edi, %edi; xor %esi, %esi; syscall; xor %eax, %eax; ret — io_setup(0, NULL) */
static const unsigned char code[] = "\xb8\xce\0\0\0\x31\xff\x31\xf6\x0f\x05\x31\xc0\xc3";

int main(void)
{
	pthread_t thread;
	void *page = mmap(NULL, 4096, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
	memcpy(page, code, sizeof code);
	mprotect(page, 4096, PROT_READ | PROT_EXEC);
	((long (*)(void))page)();
	pthread_create(&thread, NULL, (void *(*)(void *))page, NULL);
	pthread_join(thread, NULL);
	return 0;
}
