import { expect, it } from 'vitest';
import { statusOf } from '../../../cli/exit-status.ts';

it('is the status of the program, or tells as shells do what ended it', () => {
  expect(statusOf({ kind: 'exited', status: 3 })).toBe(3);
  expect(statusOf({ kind: 'signalled', signal: 'SIGSEGV' })).toBe(139);
  expect(statusOf({ kind: 'signalled', signal: 'SIGRT_2' })).toBe(128 + 34);
  expect(statusOf({ kind: 'limit-exceeded', limit: 'wall-time' })).toBe(124);
  expect(statusOf({ kind: 'refused', syscall: 'io_uring_setup' })).toBe(125);
  expect(statusOf({ kind: 'not-compiled' })).toBe(126);
  expect(statusOf({ kind: 'of a newer server' } as never)).toBe(125);
});
