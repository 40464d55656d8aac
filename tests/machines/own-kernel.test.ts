import { expect, it } from 'vitest';
import { useMachines } from './use-machines.ts';

const { engine, runC } = useMachines();

it('runs a program on the kernel that the environment names, with its output and its status', async () => {
  const run = await runC(`#include <sys/utsname.h>
    int main(void) {
      struct utsname name;
      uname(&name);
      puts(name.release);
      fputs("aside", stderr);
      return 3;
    }`);
  expect(run).toMatchObject({ outcome: { kind: 'exited', status: 3 }, stderr: 'aside' });
  const accepted = run.events.find(({ kind }) => kind === 'accepted');
  expect(accepted).toMatchObject({ environment: { kernel: run.stdout.trim() } });
  expect(engine().kernelFacts()).toMatchObject([{ id: '6.1', release: run.stdout.trim() }]);
});

it('lets a program lower fs.aio-max-nr and use it up: the kernel answers EAGAIN', async () => {
  const run = await runC(`int main(void) {
    int settings = open("/proc/sys/fs/aio-max-nr", O_WRONLY);
    TRY("lower", pwrite(settings, "16", 2, 0));
    aio_context_t context = 0;
    TRY("io_setup", syscall(SYS_io_setup, 64, &context));
    TRY("raise", pwrite(settings, "65536", 5, 0));
    TRY("again", syscall(SYS_io_setup, 64, &context));
  }`);
  expect(run.answers).toEqual({ lower: '2', io_setup: 'EAGAIN', raise: '5', again: '0' });
  expect(run.calls.filter(({ name }) => name === 'io_setup')).toMatchObject([
    { errno: { name: 'EAGAIN' }, verdict: 'kernel' },
    { errno: null, verdict: 'kernel' },
  ]);
});

it('says so when a program has used up the memory', async () => {
  const { outcome } = await runC(`int main(void) {
    for (;;) memset(malloc(1 << 20), 1, 1 << 20);
  }`);
  expect(outcome).toEqual({ kind: 'limit-exceeded', limit: 'memory' });
});

it('ends a program that does not end', async () => {
  const cancel = new AbortController();
  const { outcome } = await runC(
    'int main(void) { puts("on"); fflush(stdout); for (;;) pause(); }',
    {
      signal: cancel.signal,
      onEvent: ({ kind }) => kind === 'output' && cancel.abort(),
    },
  );
  expect(outcome).toEqual({ kind: 'cancelled' });
});
