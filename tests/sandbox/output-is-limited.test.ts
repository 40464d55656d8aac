import { expect, it } from 'vitest';
import { tapeLength } from '../../playground-server/run/limits.ts';
import { useSandboxes } from './harness.ts';

// Ten thousand rows take a busy machine longer than the time that a run usually has.
const { runC, limits } = useSandboxes({ wallTimeMs: 120_000, cpuTimeMs: 120_000 });

const struck = { kind: 'limit-exceeded', limit: 'output' };

it('ends a flood of standard output, and keeps what came before the limit', async () => {
  const run = await runC(`int main(void) { puts("first"); for (;;) puts("and again"); }`);
  expect(run.outcome).toEqual(struck);
  expect(run.stdout.startsWith('first\nand again\n')).toBe(true);
  expect(Buffer.byteLength(run.stdout)).toBe(limits().outputBytes);
});

it('ends a flood of standard error', async () => {
  const run = await runC(`int main(void) { for (;;) fputs("no end", stderr); }`);
  expect(run.outcome).toEqual(struck);
  expect(Buffer.byteLength(run.stderr)).toBe(limits().outputBytes);
});

it('counts both streams together, and bytes that are no text', async () => {
  const run = await runC(`
    int main(void) {
      static char zeros[4096];
      for (int i = 0;; i++) if (write(1 + i % 2, zeros, sizeof zeros) < 0) return 1;
    }`);
  expect(run.outcome).toEqual(struck);
  expect(run.stdout.length + run.stderr.length).toBe(limits().outputBytes);
});

it('goes on without a tape when that is full, counts the calls of each line, and names what ended it', async () => {
  const run = await runC(`
    int main(void) {
      for (int i = 0; i < 10100; i++) syscall(SYS_io_destroy, 0L);
      for (int i = 0; i < 100; i++) syscall(SYS_io_submit, 0L, i - 50L, NULL);
      puts("at its end");
      fflush(stdout);
      raise(SIGSEGV);
    }`);
  expect(run.outcome).toEqual({ kind: 'signalled', signal: 'SIGSEGV' });
  expect(run.stdout).toBe('at its end\n');
  expect(run.calls).toHaveLength(limits().tapeCalls);
  expect(run.events.filter(({ kind }) => kind === 'signal')).toMatchObject([{ name: 'SIGSEGV' }]);
  expect(run.events.at(-2)).toMatchObject({
    kind: 'untold',
    calls: [
      { name: 'io_destroy', count: 100, failed: 100 },
      { name: 'io_submit', count: 100, failed: 100 },
    ],
  });
});

it('keeps long rows that fit on the tape, and counts the others', async () => {
  const run = await runC(`int main(void) {
    static struct iocb request;
    struct iocb *requests[64];
    memset(&request, 0xfe, sizeof request);
    for (int i = 0; i < 64; i++) requests[i] = &request;
    for (int i = 0; i < 200; i++) syscall(SYS_io_submit, 1L, 64L, requests);
  }`);
  expect(run.outcome).toEqual({ kind: 'exited', status: 0 });
  expect(limits().tapeBytes).toBe(tapeLength);
  const rows = run.events.filter(({ kind }) => kind.startsWith('syscall-'));
  expect(JSON.stringify(rows).length).toBeGreaterThan(0.9 * tapeLength);
  expect(JSON.stringify(rows).length).toBeLessThan(1.1 * tapeLength);
  const count = 200 - run.calls.length;
  expect(run.events.at(-2)).toMatchObject({ calls: [{ name: 'io_submit', count, failed: count }] });
});

it('has room for as many signals and refused calls as for others', async () => {
  const run = await runC(`
    static void handle(int signal) {}
    int main(void) {
      signal(SIGUSR1, handle);
      for (int i = 0; i < 5000; i++) raise(SIGUSR1);
      for (int i = 0; i < 5100; i++) syscall(SYS_io_uring_setup, 1, NULL);
      for (int i = 0; i < 100; i++) raise(SIGUSR1);
    }`);
  expect(run.outcome).toEqual({ kind: 'exited', status: 0 });
  expect(run.events.filter(({ kind }) => kind === 'signal')).toHaveLength(5000);
  expect(run.calls).toHaveLength(5000);
  expect(run.events.at(-2)).toMatchObject({ calls: [{ name: 'io_uring_setup', count: 100 }] });
});

it('tells no more calls than a run asks for, and counts the others', async () => {
  const source = 'int main(void) { for (int i = 0; i < 90; i++) syscall(SYS_io_destroy, 0L); }';
  const run = await runC(source, { tapeCalls: 30 });
  expect(run.calls).toHaveLength(30);
  expect(run.events[0]).toMatchObject({ limits: { tapeCalls: 30 } });
  expect(run.events.at(-2)).toMatchObject({
    kind: 'untold',
    calls: [{ name: 'io_destroy', count: 60, failed: 60 }],
  });
});
