import { expect, it } from 'vitest';
import { outcomeOf } from '../../../../playground-server/run/execution/outcome-of.ts';
import type { TraceMessage } from '../../../../playground-server/run/tracing/trace-messages.ts';

type Ended = Extract<TraceMessage, { kind: 'ended' }>;
const ended = (ending: Ended['ending'], cause: Ended['cause'] = null): Ended => ({
  kind: 'ended',
  ending,
  cause,
});
const killed = (signal: number): Ended['ending'] => ({ kind: 'killed', signal });

it('names the exit status', () => {
  const outcome = outcomeOf(ended({ kind: 'exited', status: 3 }), () => false);
  expect(outcome).toEqual({ kind: 'exited', status: 3 });
});

it('names the signal of a crash', () => {
  expect(outcomeOf(ended(killed(11)), () => false)).toEqual({
    kind: 'signalled',
    signal: 'SIGSEGV',
  });
});

it('tells the out-of-memory killer from a program that killed itself', () => {
  expect(outcomeOf(ended(killed(9)), () => true)).toEqual({
    kind: 'limit-exceeded',
    limit: 'memory',
  });
  expect(outcomeOf(ended(killed(9)), () => false)).toEqual({
    kind: 'signalled',
    signal: 'SIGKILL',
  });
});

it('puts a limit and a foreign ABI before the signal that they sent', () => {
  const limit = ended(killed(24), { kind: 'limit', limit: 'cpu-time' });
  expect(outcomeOf(limit, () => false)).toEqual({ kind: 'limit-exceeded', limit: 'cpu-time' });
  const foreign = ended(killed(31), { kind: 'foreign-abi', syscall: 'i386 getpid' });
  expect(outcomeOf(foreign, () => false)).toEqual({
    kind: 'refused',
    syscall: 'i386 getpid',
  });
});
