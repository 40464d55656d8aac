import { expect, it } from 'vitest';
import { attempts, refusedCalls } from './collect-run.ts';
import { useSandboxes } from './harness.ts';

const { runC } = useSandboxes();

it('refuses io_uring with EPERM, shows the refusal on the tape, and lets the program go on', async () => {
  const run = await runC(
    attempts({
      io_uring_setup: '1, NULL',
      io_uring_enter: '-1, 0, 0, 0, NULL, 0',
      io_uring_register: '-1, 0, NULL, 0',
      io_destroy: '0L',
    }),
  );
  expect(run.answers).toEqual({
    io_uring_setup: 'EPERM',
    io_uring_enter: 'EPERM',
    io_uring_register: 'EPERM',
    io_destroy: 'EINVAL',
  });
  expect(refusedCalls(run)).toEqual(['io_uring_setup', 'io_uring_enter', 'io_uring_register']);
  expect(run.calls.at(-1)).toMatchObject({ name: 'io_destroy', verdict: 'kernel' });
  expect(run.outcome).toEqual({ kind: 'exited', status: 0 });
});
