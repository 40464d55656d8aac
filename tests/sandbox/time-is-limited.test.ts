import { expect, it } from 'vitest';
import { useSandboxes } from './harness.ts';

const { runC, engine } = useSandboxes();

const wall = { kind: 'limit-exceeded', limit: 'wall-time' };
const cpu = { kind: 'limit-exceeded', limit: 'cpu-time' };

/** Waiting costs nothing, so these wait together. */
it.concurrent.for([
  ['waits for a signal that nobody sends', 'pause();'],
  ['waits for events that never come', '/* events */'],
  ['stops itself', 'raise(SIGSTOP);'],
  ['ignores whatever can be ignored', 'for (int s = 1; s < 65; s++) signal(s, SIG_IGN); pause();'],
])('ends by the clock a program that %s', async ([, body]) => {
  const events = `aio_context_t ctx = 0;
    syscall(SYS_io_setup, 1, &ctx);
    struct io_event event;
    syscall(SYS_io_getevents, ctx, 1L, 1L, &event, NULL);`;
  const startMs = performance.now();
  const run = await runC(`int main(void) {
    puts("before");
    fflush(stdout);
    ${body === '/* events */' ? events : body}
  }`);
  expect(run.outcome).toEqual(wall);
  expect(run.stdout).toBe('before\n');
  expect(performance.now() - startMs).toBeGreaterThanOrEqual(engine().limits.wallTimeMs);
});

it.for([
  ['runs in a circle', ''],
  ['ignores SIGXCPU', 'signal(SIGXCPU, SIG_IGN);'],
  ['blocks SIGXCPU', 'sigset_t all; sigfillset(&all); sigprocmask(SIG_BLOCK, &all, NULL);'],
  ['handles SIGXCPU and goes on', 'signal(SIGXCPU, handle);'],
])('ends by its CPU time a program that %s', async ([, body]) => {
  const run = await runC(`
    static void handle(int signal) {}
    int main(void) {
      ${body}
      for (volatile unsigned long round = 0;; round++);
    }`);
  expect(run.outcome).toEqual(cpu);
});

it('leaves a smaller limit that the program sets itself to the program', async () => {
  const run = await runC(`
    int main(void) {
      signal(SIGXCPU, exit);
      setrlimit(RLIMIT_CPU, &(struct rlimit){ 1, 2 });
      for (volatile unsigned long round = 0;; round++);
    }`);
  expect(run.outcome).toEqual({ kind: 'exited', status: 24 });
});
