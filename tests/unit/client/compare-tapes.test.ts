import { expect, it } from 'vitest';
import { compareTapes } from '../../../site/playground/client/compare-tapes.ts';
import { after, einval, entry, exit } from './events.ts';

const recorded = after(
  entry(1),
  exit(1),
  entry(2, 'io_destroy', 12),
  exit(2, '0', null, 'io_destroy', 12),
).rows;

it('marks the call whose result changed, with what was recorded', () => {
  const live = after(entry(1), exit(1, '-1', einval)).rows;
  const differences = compareTapes(recorded, live);
  expect([...differences.keys()]).toEqual([1]);
  expect(differences.get(1)?.status).toMatchObject({ returned: '0' });
});

it('finds no difference when only lines moved', () => {
  const live = after(
    entry(1, 'io_setup', 19),
    exit(1, '0', null, 'io_setup', 19),
    entry(2, 'io_destroy', 22),
    exit(2, '0', null, 'io_destroy', 22),
  ).rows;
  expect(compareTapes(recorded, live).size).toBe(0);
});

it('does not judge a call that is still waiting or was never recorded', () => {
  const live = after(entry(1), entry(2), exit(2, '-1', einval)).rows;
  expect(compareTapes(recorded, live).size).toBe(0);
});
