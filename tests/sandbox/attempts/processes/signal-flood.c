/* Lets a timer send it a real-time signal each microsecond while it makes calls, so that stops
 * come faster than they are answered.
 *
 * rows: [0-9]+
 * ends: limit-exceeded (cpu-time|wall-time)
 */
static void handle(int signal) {}
int main(void)
{
	timer_t timer;
	signal(SIGRTMIN, handle);
	struct sigevent event = { .sigev_notify = SIGEV_SIGNAL, .sigev_signo = SIGRTMIN };
	timer_create(CLOCK_MONOTONIC, &event, &timer);
	timer_settime(timer, 0, &(struct itimerspec){ { 0, 1000 }, { 0, 1000 } }, NULL);
	for (;;) syscall(SYS_io_destroy, 1L);
}
