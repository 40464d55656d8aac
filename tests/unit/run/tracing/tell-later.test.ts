import { expect, it } from 'vitest';
import { ReadingLock } from '../../../../playground-server/run/tracing/reading-lock.ts';
import { tellLater } from '../../../../playground-server/run/tracing/tell-later.ts';
import type { RawExit, TraceEvent } from '../../../../playground-server/tracer/trace-event.ts';

const exit: RawExit = {
  kind: 'exit',
  call: 1,
  thread: 1,
  name: 'io_setup',
  args: [],
  captured: { ranges: [], notes: [] },
  result: 0n,
  elapsedNs: 1n,
  verdict: 'kernel',
  rules: [],
};
const entry: TraceEvent = {
  kind: 'entry',
  call: 1,
  thread: 1,
  name: 'io_setup',
  args: [],
  captured: { ranges: [], notes: [] },
  ownLineOnly: false,
  frame: [],
  code: { at: () => null },
};
const ended: TraceEvent = { kind: 'ended', ending: { kind: 'exited', status: 0 }, cause: null };

function telling(tell: (happenedNs: bigint) => void = () => undefined) {
  const shared = new SharedArrayBuffer(4);
  const told: string[] = [];
  const clock = { ns: 0n };
  const parts = {
    readOutput: () => told.push('output'),
    tell: ({ kind }: TraceEvent, happenedNs: bigint) => {
      told.push(kind);
      tell(happenedNs);
    },
    send: () => told.push('sent'),
    reminder: { start: () => told.push('reminder'), stop: () => undefined },
  };
  const listener = tellLater(new ReadingLock(shared), parts, () => clock.ns);
  return { listener, told, clock, isLocked: () => new Int32Array(shared)[0] === 1 };
}

it('tells the end of a call when the program runs again', () => {
  const { listener, told } = telling();
  listener.record(exit);
  expect(told).toEqual([]);
  listener.catchUp();
  listener.catchUp();
  expect(told).toEqual(['exit']);
});

it('tells everything else at once: in order, and after what the program had written by then', () => {
  const { listener, told } = telling();
  listener.record(exit);
  listener.record(ended);
  expect(told).toEqual(['output', 'exit', 'ended']);
});

it('sends what was told when there is nothing else to do, and lets others have the output then', () => {
  const { listener, told, isLocked } = telling();
  listener.rest();
  for (let call = 0; call < 3; call += 1) {
    listener.record(exit);
    listener.catchUp();
  }
  expect(told).toEqual(['exit', 'exit', 'exit']);
  expect(isLocked()).toBe(true);
  listener.rest();
  listener.rest();
  expect(told.slice(3)).toEqual(['sent']);
  expect(isLocked()).toBe(false);
});

it('does not send again at once, but is reminded', () => {
  const { listener, told, clock, isLocked } = telling();
  const callReturns = () => {
    listener.record(exit);
    listener.catchUp();
    listener.rest();
  };
  callReturns();
  clock.ns += 1_000_000n;
  callReturns();
  expect(told).toEqual(['exit', 'sent', 'exit', 'reminder']);
  expect(isLocked()).toBe(true);
  clock.ns += 1_000_000n;
  listener.rest();
  expect(told.slice(4)).toEqual(['sent']);
  expect(isLocked()).toBe(false);
});

it('sends the first call after a pause as it begins, and its end as soon as it has ended', () => {
  const { listener, told, clock, isLocked } = telling();
  const begins = () => listener.record(entry);
  const returns = () => {
    listener.record(exit);
    listener.catchUp();
    listener.rest();
  };
  begins();
  expect(isLocked()).toBe(false);
  returns();
  expect(told).toEqual(['output', 'entry', 'sent', 'exit', 'sent']);
  told.length = 0;
  clock.ns += 3_000_000n;
  begins();
  returns();
  clock.ns += 10_000_000n;
  begins();
  expect(told).toEqual(['output', 'entry', 'exit', 'sent', 'output', 'entry', 'sent']);
});

it('sends the first of many calls as it begins, and no other, while nothing rests', () => {
  const { listener, told, clock } = telling();
  for (let call = 0; call < 100; call += 1) {
    listener.record(entry);
    clock.ns += 10_000n;
    listener.record(exit);
    listener.catchUp();
  }
  expect(told.filter((each) => each === 'sent')).toHaveLength(1);
});

it('does not take the start of a program for news, with which its first call would have to wait', () => {
  const { listener, told, isLocked } = telling();
  listener.record({ kind: 'started' });
  listener.rest();
  expect(isLocked()).toBe(false);
  listener.record(exit);
  listener.catchUp();
  listener.rest();
  expect(told).toEqual(['started', 'exit', 'sent']);
});

it('sends in time what never ends to happen', () => {
  const { listener, told, clock } = telling();
  listener.record(exit);
  listener.catchUp();
  clock.ns = 3_000_000n;
  listener.record(exit);
  expect(told).not.toContain('sent');
  listener.catchUp();
  expect(told).toEqual(['exit', 'exit', 'sent']);
});

it('sends in time what is followed by nothing but what is not shown', () => {
  const { listener, told, clock, isLocked } = telling();
  listener.record(exit);
  listener.catchUp();
  clock.ns = 3_000_000n;
  listener.catchUp();
  expect(told).toEqual(['exit', 'sent']);
  expect(isLocked()).toBe(false);
});

it('tells when it happened, not when it is told', () => {
  const times: bigint[] = [];
  const { listener, clock } = telling((time) => times.push(time));
  clock.ns = 1n;
  listener.record(exit);
  clock.ns = 2n;
  listener.catchUp();
  expect(times).toEqual([1n]);
});

it('lets others have the output where telling fails', () => {
  const { listener, isLocked } = telling(() => {
    throw new Error('no room');
  });
  expect(isLocked()).toBe(false);
  listener.record(exit);
  expect(isLocked()).toBe(true);
  expect(() => listener.catchUp()).toThrow('no room');
  expect(isLocked()).toBe(false);
});
