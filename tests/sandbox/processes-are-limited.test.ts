import { expect, it } from 'vitest';
import { useSandboxes } from './harness.ts';

const { runC, limits } = useSandboxes();

const struck = { kind: 'limit-exceeded', limit: 'processes' };

it('ends a fork bomb, and keeps what was printed before', async () => {
  const run = await runC(`int main(void) { puts("before"); fflush(stdout); for (;;) fork(); }`);
  expect(run.outcome).toEqual(struck);
  expect(run.stdout).toBe('before\n');
});

it('ends a bomb of processes that share one memory', async () => {
  const run = await runC(`
    #include <sched.h>
    static char stacks[1000][4096] __attribute__((aligned(16)));
    static int wait_forever(void *unused) { for (;;) pause(); }
    int main(void) {
      for (int i = 0; i < 999; i++) clone(wait_forever, stacks[i + 1], CLONE_VM | SIGCHLD, NULL);
      puts("not stopped");
    }`);
  expect(run.outcome).toEqual(struck);
  expect(run.stdout).toBe('');
});

it('ends a bomb of threads', async () => {
  const run = await runC(`
    #include <pthread.h>
    static void *wait_forever(void *unused) { for (;;) pause(); }
    int main(void) {
      pthread_t thread;
      for (int i = 0; i < 1000; i++) pthread_create(&thread, NULL, wait_forever, NULL);
      puts("not stopped");
    }`);
  expect(run.outcome).toEqual(struck);
});

it('allows as many processes at once as it says, and any number one after the other', async () => {
  const atOnce = limits().processes;
  const run = await runC(`
    int main(void) {
      int started = 1;
      for (; started < ${atOnce}; started++) if (fork() == 0) { pause(); _exit(0); }
      printf("at once: %d\\n", started);
      fflush(stdout);
      kill(0, SIGTERM);
    }`);
  expect(run.answers).toEqual({ 'at once': String(atOnce) });
  expect(run.outcome).toEqual({ kind: 'signalled', signal: 'SIGTERM' });
  const sequence = await runC(`
    int main(void) {
      for (int i = 0; i < 200; i++) { if (fork() == 0) _exit(0); wait(NULL); }
      puts("done");
    }`);
  expect(sequence.stdout).toBe('done\n');
});
