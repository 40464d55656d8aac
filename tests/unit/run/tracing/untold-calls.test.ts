import { expect, it } from 'vitest';
import {
  untoldBytes,
  UntoldCounter,
  untoldEvent,
  type UntoldPlace,
} from '../../../../playground-server/run/tracing/untold-calls.ts';

function counting() {
  const shared = new SharedArrayBuffer(untoldBytes);
  const places: UntoldPlace[] = [];
  const counter = new UntoldCounter(shared, (place) => places.push(place));
  return { counter, event: () => untoldEvent(shared, places) };
}

it('counts the calls of each line and name, and those that failed', () => {
  const { counter, event } = counting();
  expect(event()).toBeNull();
  counter.add({ name: 'io_submit', line: 9 });
  counter.addFailure(counter.add({ name: 'io_submit', line: 9 }));
  counter.add({ name: 'io_getevents', line: 9 });
  expect(event()).toEqual({
    kind: 'untold',
    calls: [
      { name: 'io_submit', line: 9, count: 2, failed: 1 },
      { name: 'io_getevents', line: 9, count: 1, failed: 0 },
    ],
  });
});

it('counts together what thousands of lines call, however many they are', () => {
  const { counter, event } = counting();
  for (let line = 1; line <= 3000; line++) counter.addFailure(counter.add({ name: 'read', line }));
  expect(event()).toMatchObject({ others: 3000 - 256, calls: { length: 256 } });
});
