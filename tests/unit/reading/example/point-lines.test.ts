import { expect, test } from 'vitest';
import type { TapeRow } from '../../../../site/playground/client/run-state.ts';
import { pointLines } from '../../../../site/reading/example/point-lines.ts';

const rows = (...calls: [name: string, line: number | null][]) =>
  calls.map(([name, line], at) => ({ name, line, call: at + 1 }) as TapeRow);

const tape = rows(['io_setup', 3], ['io_submit', 5], ['io_getevents', null], ['io_submit', 9]);

test('the point of an example is the lines with the calls that its page is about', () => {
  expect(pointLines(tape, ['io_submit'])).toEqual([5, 9]);
});

test('where no such call is made, every line with a result is shown', () => {
  expect(pointLines(tape, ['io_cancel'])).toEqual([3, 5, 9]);
  expect(pointLines(tape, [])).toEqual([3, 5, 9]);
});

test('a point can be read at a glance, whatever the example does', () => {
  const many = rows(
    ...Array.from({ length: 40 }, (_, at) => ['io_submit', at + 1] as [string, number]),
  );
  expect(pointLines(many, ['io_submit'])).toEqual([1, 2, 3, 4, 5]);
});
