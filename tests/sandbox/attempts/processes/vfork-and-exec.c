/* Waits for events in one thread, while another lends its memory to a child that replaces itself:
 * whose are the contexts and calls?
 *
 * prints: in the child
 * prints: waited: 0
 * prints: after: EINVAL
 * ends: exited 0
 */
#include <pthread.h>
static aio_context_t context;
static long waited;
static void *wait_for_events(void *unused)
{
	struct io_event event;
	waited = syscall(SYS_io_getevents, context, 1L, 1L, &event, &(struct timespec){ 0, 300000000 });
	return NULL;
}
int main(int argc, char **argv)
{
	pthread_t thread;
	if (argc > 1) {
		syscall(SYS_io_destroy, context);
		puts("in the child");
		return 0;
	}
	syscall(SYS_io_setup, 1, &context);
	pthread_create(&thread, NULL, wait_for_events, NULL);
	usleep(50000);
	if (vfork() == 0) {
		syscall(SYS_io_getevents, context, 0L, 1L, NULL, NULL);
		execl("/proc/self/exe", "program", "child", NULL);
	}
	wait(NULL);
	pthread_join(thread, NULL);
	printf("waited: %ld\n", waited);
	syscall(SYS_io_destroy, context);
	TRY("after", syscall(SYS_io_destroy, context));
}
