import { expect, it } from 'vitest';
import { ringBytes } from '../../../../playground-server/tracer/hooks/ring-bytes.ts';

/** Rings as /proc/pid/maps shows them on a host of two processors. */
it.for([
  [1, 1],
  [32, 1],
  [62, 1],
  [63, 2],
  [64, 2],
  [512, 9],
  [4096, 65],
])('a ring for %i events has %i pages', ([events, pages]) => {
  expect(ringBytes(events!, 2)).toBe(4096 * pages!);
});

it('has room for eight events a processor at least', () => {
  expect(ringBytes(1, 64)).toBe(ringBytes(256, 64));
});
