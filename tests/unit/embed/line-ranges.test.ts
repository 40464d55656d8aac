import { describe, expect, it } from 'vitest';
import { hiddenRanges, parseLineRanges } from '../../../site/embed/line-ranges.ts';

describe('a list of lines', () => {
  it('may have single lines, ranges and spaces', () => {
    expect(parseLineRanges(' 1 ,3-5')).toEqual([
      { first: 1, last: 1 },
      { first: 3, last: 5 },
    ]);
  });

  it.each(['', ',', '1,', 'a', '-3', '3-', '1.5', '99999', '1;2'])('is not %j', (text) => {
    expect(parseLineRanges(text)).toBeNull();
  });
});

describe('what is hidden of ten lines', () => {
  const range = (first: number, last = first) => ({ first, last });

  it('is nothing where nothing is asked for', () => {
    expect(hiddenRanges(10, null, [])).toEqual([]);
  });

  it('is all around the shown ones, and what is to be hidden of these', () => {
    expect(hiddenRanges(10, [range(3, 6), range(9)], [range(4)])).toEqual([
      range(1, 2),
      range(4),
      range(7, 8),
      range(10),
    ]);
  });

  it('never goes beyond the last line', () => {
    expect(hiddenRanges(3, null, [range(2, 65_536)])).toEqual([range(2, 3)]);
  });
});
