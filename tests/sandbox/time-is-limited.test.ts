import { expect, it } from 'vitest';
import { useSandboxes } from './harness.ts';

const { runC, limits } = useSandboxes();

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
  expect(performance.now() - startMs).toBeGreaterThanOrEqual(limits().wallTimeMs);
});

it.for<[string, string, number]>([
  ['runs in a circle', '', 2],
  ['ignores SIGXCPU', 'signal(SIGXCPU, SIG_IGN);', 2],
  ['blocks SIGXCPU', 'sigset_t all; sigfillset(&all); sigprocmask(SIG_BLOCK, &all, NULL);', 3],
  ['handles SIGXCPU and goes on', 'signal(SIGXCPU, handle);', 2],
  ['raises its limit as far as it may', 'setrlimit(RLIMIT_CPU, &(struct rlimit){ 3, 3 });', 3],
])('ends by its CPU time a program that %s', async ([, body, seconds], { skip }) => {
  const run = await runC(`
    static void handle(int signal) {}
    int main(void) {
      ${body}
      for (clock_t told = 0;;) {
        if (clock() - told < CLOCKS_PER_SEC / 10) continue;
        told = clock();
        printf("%ld ms\\n", told / (CLOCKS_PER_SEC / 1000));
        fflush(stdout);
      }
    }`);
  const cpuMs = Number(/(\d+) ms\n$/.exec(run.stdout)?.[1] ?? 0);
  // On a busy machine the wall time runs out first; only a tenth or more of missing CPU time
  // excuses it.
  const starved = JSON.stringify(run.outcome) === JSON.stringify(wall) && cpuMs < seconds * 900;
  if (starved) skip(`the machine gave the program ${cpuMs} ms of CPU time in the wall time`);
  expect(run.outcome).toEqual(cpu);
});

it('lets a program die of a smaller limit of its own', async () => {
  const run = await runC(`
    int main(void) {
      setrlimit(RLIMIT_CPU, &(struct rlimit){ 1, 2 });
      for (volatile unsigned long round = 0;; round++);
    }`);
  expect(run.outcome).toEqual({ kind: 'signalled', signal: 'SIGXCPU' });
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

it('tells a program that kills itself after raising the limit from one that used up its time', async () => {
  const run = await runC(`
    int main(void) {
      setrlimit(RLIMIT_CPU, &(struct rlimit){ 3, 3 });
      raise(SIGKILL);
    }`);
  expect(run.outcome).toEqual({ kind: 'signalled', signal: 'SIGKILL' });
});
