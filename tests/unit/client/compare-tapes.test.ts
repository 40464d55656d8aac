import { expect, it } from 'vitest';
import { compareTapes } from '../../../site/playground/client/compare-tapes.ts';
import { after, einval, entry, exit } from './events.ts';

const recorded = after(
  entry(1),
  exit(1),
  entry(2, 'io_destroy', 12),
  exit(2, '0', null, 'io_destroy', 12),
).rows;

it('names the call whose result changed, with what was recorded', () => {
  const live = after(entry(1), exit(1, '-1', einval)).rows;
  const { differences } = compareTapes(recorded, live);
  expect([...differences]).toEqual([[1, { kind: 'changed', recorded: recorded[0] }]]);
});

it('finds no difference when only lines moved', () => {
  const live = after(
    entry(1, 'io_setup', 19),
    exit(1, '0', null, 'io_setup', 19),
    entry(2, 'io_destroy', 22),
    exit(2, '0', null, 'io_destroy', 22),
  ).rows;
  expect(compareTapes(recorded, live)).toEqual({ differences: new Map(), missing: [] });
});

it('names a call that was never recorded, and the recorded ones that were not made', () => {
  const live = after(entry(1), exit(1), entry(2), exit(2, '-1', einval)).rows;
  const { differences, missing } = compareTapes(recorded, live);
  expect([...differences]).toEqual([[2, { kind: 'added' }]]);
  expect(missing).toEqual([recorded[1]]);
});

it('does not judge a call that is still waiting, nor anything without a record', () => {
  expect(compareTapes(recorded, after(entry(1)).rows).differences.size).toBe(0);
  expect(compareTapes([], recorded).differences.size).toBe(0);
});

it('finds no difference between addresses, which are up to chance', () => {
  const mapped = (at: string) => after(entry(1, 'mmap'), exit(1, at, null, 'mmap')).rows;
  const { differences } = compareTapes(mapped('140737353871360'), mapped('140737353875456'));
  expect(differences.size).toBe(0);
  const failed = after(entry(1, 'mmap'), exit(1, '-1', einval, 'mmap')).rows;
  expect(compareTapes(mapped('4096'), failed).differences.size).toBe(1);
});
