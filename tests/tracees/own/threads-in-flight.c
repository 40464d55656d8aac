/* Two threads wait in the kernel at once; each is woken by the other's context becoming ready.
 *
 * thread 1: io_setup = 0 @setup
 * thread 1: io_setup = 0 @setup
 * thread 1: io_submit = 1 @poll
 * thread 1: io_submit = 1 @poll
 * thread 1: io_destroy = 0 @destroy x2
 * thread 2: io_getevents = 1 @wait
 * thread 3: io_getevents = 1 @wait
 * ends: exited 0
 */
#define _GNU_SOURCE
#include <linux/aio_abi.h>
#include <poll.h>
#include <pthread.h>
#include <stdint.h>
#include <stdio.h>
#include <sys/syscall.h>
#include <unistd.h>

static aio_context_t context[2];
static int pipes[2][2];
static struct iocb requests[2];

static void *wait_for_event(void *index)
{
	struct io_event event;
	long got = syscall(SYS_io_getevents, context[(intptr_t)index], 1L, 1L, &event, NULL); /* @wait */
	return (void *)(intptr_t)got;
}

int main(void)
{
	pthread_t threads[2];
	for (intptr_t i = 0; i < 2; i++) {
		syscall(SYS_io_setup, 4, &context[i]); /* @setup */
		pipe(pipes[i]);
	}
	for (intptr_t i = 0; i < 2; i++) {
		struct iocb *list[] = { &requests[i] };
		requests[i] = (struct iocb){ .aio_lio_opcode = IOCB_CMD_POLL, .aio_fildes = pipes[i][0], .aio_buf = POLLIN };
		syscall(SYS_io_submit, context[i], 1L, list); /* @poll */
	}
	for (intptr_t i = 0; i < 2; i++) pthread_create(&threads[i], NULL, wait_for_event, (void *)i);
	usleep(200000);
	for (int i = 1; i >= 0; i--) {
		void *got;
		write(pipes[i][1], "x", 1);
		pthread_join(threads[i], &got);
		printf("thread %d got %ld\n", i, (long)(intptr_t)got);
	}
	for (int i = 0; i < 2; i++) syscall(SYS_io_destroy, context[i]); /* @destroy */
	return 0;
}
