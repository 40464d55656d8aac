import { expect, it } from 'vitest';
import { changedCalls } from '../../../site/recordings/changed-calls.ts';
import { accepted, after, einval, entry, exit } from '../client/events.ts';

const run = (...calls: [name: string, line: number, errno?: typeof einval][]) =>
  after(
    accepted,
    ...calls.flatMap(([name, line, errno = null], at) => [
      entry(at + 1, name, line),
      exit(at + 1, errno ? '-1' : '0', errno, name, line),
    ]),
  );
const places = (...runs: ReturnType<typeof run>[]) =>
  changedCalls(runs).map(({ line, rows, isChanged }) => ({
    line,
    made: rows.map((row) => row !== null),
    isChanged,
  }));

it('calls correspond by their lines: a child that made none leaves a gap, not a shift', () => {
  const before = run(['io_setup', 11], ['io_destroy', 14, einval], ['io_destroy', 20]);
  expect(places(before, run(['io_setup', 11], ['io_destroy', 20]))).toEqual([
    { line: 11, made: [true, true], isChanged: false },
    { line: 14, made: [true, false], isChanged: true },
    { line: 20, made: [true, true], isChanged: false },
  ]);
});

it('a line that is passed twice has two calls', () => {
  const twice = run(['io_destroy', 14], ['io_destroy', 14, einval]);
  expect(places(twice, run(['io_destroy', 14], ['io_destroy', 14]))).toEqual([
    { line: 14, made: [true, true], isChanged: false },
    { line: 14, made: [true, true], isChanged: true },
  ]);
});
