import { expect, it } from 'vitest';
import { lineCalls } from '../../../site/playground/client/line-calls.ts';
import { after, einval, entry, exit } from './events.ts';

it('gives all calls of each line, in the order of the lines', () => {
  const { rows } = after(
    entry(1, 'io_submit', 20),
    exit(1, '1', null, 'io_submit', 20),
    entry(2, 'io_submit', 20),
    exit(2, '-1', einval, 'io_submit', 20),
    entry(3, 'io_setup', 9),
  );
  expect(lineCalls(rows)).toMatchObject([
    { line: 9, calls: [{ call: 3, status: { kind: 'waiting' } }] },
    { line: 20, calls: [{ call: 1 }, { call: 2, status: { errno: einval } }] },
  ]);
});

it('leaves out calls that belong to no line', () => {
  expect(lineCalls(after(entry(1, 'io_setup', null)).rows)).toEqual([]);
});
