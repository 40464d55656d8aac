import { expect, it } from 'vitest';
import { alignTapes, differs } from '../../../site/playground/client/align-tapes.ts';
import { after, einval, entry, exit } from './events.ts';

const setupTwice = after(entry(1), exit(1), entry(2), exit(2)).rows;
const secondFails = after(entry(1), exit(1), entry(2), exit(2, '-1', einval)).rows;
const destroysToo = after(
  entry(1),
  exit(1),
  entry(2, 'io_destroy', 12),
  exit(2, '0', null, 'io_destroy', 12),
  entry(3),
  exit(3),
).rows;
const over = [true, true];

it('lays the calls of one name side by side, in their order', () => {
  const calls = alignTapes([setupTwice, destroysToo]);
  expect(calls.map(({ name }) => name)).toEqual(['io_setup', 'io_setup', 'io_destroy']);
  expect(calls.map(({ rows }) => rows.map((row) => row?.call ?? null))).toEqual([
    [1, 1],
    [2, 3],
    [null, 2],
  ]);
});

it('tells a call that was answered differently, or was made by some only', () => {
  const marks = (...tapes: (typeof setupTwice)[]) =>
    alignTapes(tapes).map((call) => differs(call, over));
  expect(marks(setupTwice, setupTwice)).toEqual([false, false]);
  expect(marks(setupTwice, secondFails)).toEqual([false, true]);
  expect(marks(setupTwice, destroysToo)).toEqual([false, false, true]);
});

it('does not judge by a run that is not over', () => {
  const [, second] = alignTapes([setupTwice, after(entry(1), exit(1)).rows]);
  expect(differs(second!, [true, false])).toBe(false);
  expect(differs(second!, over)).toBe(true);
});
