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

it('ends a flood of calls on the tape, and keeps every row up to the limit', async () => {
  const run = await runC(`int main(void) { for (;;) syscall(SYS_io_destroy, 0L); }`);
  expect(run.outcome).toEqual(struck);
  const entries = run.events.filter(({ kind }) => kind === 'syscall-entry');
  expect(entries).toHaveLength(limits().tapeCalls);
});

it('ends a flood of long rows, and keeps those that fit', async () => {
  const run = await runC(`int main(void) {
    static struct iocb request;
    struct iocb *requests[64];
    memset(&request, 0xfe, sizeof request);
    for (int i = 0; i < 64; i++) requests[i] = &request;
    for (;;) syscall(SYS_io_submit, 1L, 64L, requests);
  }`);
  expect(run.outcome).toEqual({ kind: 'limit-exceeded', limit: 'tape-size' });
  expect(limits().tapeBytes).toBe(tapeLength);
  const rows = run.events.filter(({ kind }) => kind.startsWith('syscall-'));
  expect(JSON.stringify(rows).length).toBeGreaterThan(0.9 * tapeLength);
  expect(JSON.stringify(rows).length).toBeLessThan(1.1 * tapeLength);
});

it('ends a flood of signals on the tape', async () => {
  const run = await runC(`
    static void handle(int signal) {}
    int main(void) { signal(SIGUSR1, handle); for (;;) raise(SIGUSR1); }`);
  expect(run.outcome).toEqual(struck);
});

it('ends a flood of refused calls', async () => {
  const run = await runC(`int main(void) { for (;;) syscall(SYS_io_uring_setup, 1, NULL); }`);
  expect(run.outcome).toEqual(struck);
});
