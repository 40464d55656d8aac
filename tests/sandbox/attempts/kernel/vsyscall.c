/* Makes calls through the page of old system calls at the top of the address space.
 *
 * prints: time: [0-9]+
 * prints: page: (EFAULT|0)
 * ends: (exited 0|signalled SIGSEGV)
 */
int main(void)
{
	time_t now = time(NULL);
	printf("time: %ld\n", now);
	int out[2];
	pipe(out);
	TRY("page", write(out[1], (void *)0xffffffffff600000, 1) == 1 ? 0 : -1);
	time_t (*old)(time_t *) = (void *)0xffffffffff600400;
	return old(NULL) - now > 2;
}
