import { expect, it } from 'vitest';
import type { UnstampedEvent } from '../../../playground-server/protocol/index.ts';
import { namesOf } from '../../../site/playground/client/calm-calls.ts';
import { tapeEntries } from '../../../site/playground/client/tape-entries.ts';
import { after, einval, entry, exit } from './events.ts';

const calls = (count: number, from = 1, errno: typeof einval | null = null): UnstampedEvent[] =>
  Array.from({ length: count }, (_, at) => [
    entry(from + at),
    exit(from + at, errno ? '-1' : '0', errno),
  ]).flat();

const all = { errorsOnly: false, unfolded: new Set<number>() };
const told = (rows: ReturnType<typeof after>['rows'], wishes = all) =>
  tapeEntries(rows, wishes).map(({ row, alike }) => [row.call, alike?.count ?? 1]);

it('folds calls in a row that were alike, and none that differ in line or result', () => {
  const { rows } = after(
    ...calls(5),
    ...calls(4, 6, einval),
    entry(10, 'io_setup', 12),
    exit(10, '0', null, 'io_setup', 12),
  );
  expect(told(rows)).toEqual([
    [1, 5],
    [6, 4],
    [10, 1],
  ]);
});

it('leaves three alone, and a call that has not returned', () => {
  const { rows } = after(...calls(3), entry(4));
  expect(told(rows)).toEqual([1, 2, 3, 4].map((call) => [call, 1]));
});

it('unfolds those that a reader wants to see, in their place', () => {
  const { rows } = after(...calls(5), ...calls(1, 6, einval));
  expect(told(rows, { ...all, unfolded: new Set([1]) }).map(([call]) => call)).toEqual([
    1, 2, 3, 4, 5, 6,
  ]);
});

it('shows errors only, where that is wished', () => {
  const { rows } = after(...calls(2), ...calls(4, 3, einval), entry(7));
  expect(told(rows, { ...all, errorsOnly: true })).toEqual([[3, 4]]);
});

it('sums up what can be skipped where a tape is too long: neither calls of AIO nor failures', () => {
  const others = (from: number, count: number) =>
    Array.from({ length: count }, (_, at): UnstampedEvent[] => {
      const name = at % 2 === 0 ? 'pwrite64' : 'fsync';
      return [entry(from + at, name, from + at), exit(from + at, '0', null, name, from + at)];
    }).flat();
  const failed = [entry(20, 'open', 20), exit(20, '-1', einval, 'open', 20)];
  const { rows } = after(...others(1, 7), ...calls(1, 8), ...others(9, 5), ...failed);
  const entries = tapeEntries(rows, { ...all, shown: new Set() });
  const sums = entries.map(({ row, summed }) => [row.call, summed?.rows.length ?? null]);
  // Of five calls, nobody needs a sum.
  expect(sums).toEqual([[1, 7], ...[8, 9, 10, 11, 12, 13, 20].map((call) => [call, null])]);
  const open = tapeEntries(rows, { ...all, shown: new Set([1]) }).map(({ row }) => row.call);
  expect(open.slice(0, 4)).toEqual([1, 1, 2, 3]);
  expect(namesOf(rows.slice(0, 7))).toBe('pwrite64 ×4, fsync ×3');
});
