import { expect, it } from 'vitest';
import { lineResults } from '../../../site/playground/client/line-results.ts';
import { after, einval, entry, exit } from './events.ts';

it('gives the last call of each line and how many there were', () => {
  const { rows } = after(
    entry(1, 'io_submit', 20),
    exit(1, '1', null, 'io_submit', 20),
    entry(2, 'io_submit', 20),
    exit(2, '-1', einval, 'io_submit', 20),
    entry(3, 'io_setup', 9),
  );
  expect(lineResults(rows)).toMatchObject([
    { line: 9, times: 1, last: { call: 3, status: { kind: 'waiting' } } },
    { line: 20, times: 2, last: { call: 2, status: { errno: einval } } },
  ]);
});

it('leaves out calls that belong to no line', () => {
  expect(lineResults(after(entry(1, 'io_setup', null)).rows)).toEqual([]);
});
