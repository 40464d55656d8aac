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
};
const ended: TraceEvent = { kind: 'ended', ending: { kind: 'exited', status: 0 }, cause: null };

function telling(tell: (happenedNs: bigint) => void = () => undefined) {
  const shared = new SharedArrayBuffer(4);
  const told: string[] = [];
  const listener = tellLater(
    new ReadingLock(shared),
    () => told.push('output'),
    ({ kind }, happenedNs) => {
      told.push(kind);
      tell(happenedNs);
    },
  );
  return { listener, told, isLocked: () => new Int32Array(shared)[0] === 1 };
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
  const { listener, told, isLocked } = telling();
  listener.record(exit);
  listener.record(ended);
  expect(told).toEqual(['output', 'exit', 'ended']);
  expect(isLocked()).toBe(false);
});

it('tells when it happened, not when it is told', () => {
  const times: bigint[] = [];
  const { listener } = telling((time) => times.push(time));
  listener.record(exit);
  const recordedNs = process.hrtime.bigint();
  listener.catchUp();
  expect(times.map((time) => time <= recordedNs)).toEqual([true]);
});

it('keeps others from the output until all is told, also where telling fails', () => {
  const { listener, isLocked } = telling(() => {
    throw new Error('no room');
  });
  expect(isLocked()).toBe(false);
  listener.record(exit);
  expect(isLocked()).toBe(true);
  expect(() => listener.catchUp()).toThrow('no room');
  expect(isLocked()).toBe(false);
});
