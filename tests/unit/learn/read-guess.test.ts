import { expect, test } from 'vitest';
import { isRight, readGuess } from '../../../site/learn/read-guess.ts';

const einprogress = { raw: '-115', errno: { name: 'EINPROGRESS', number: 115 } };
const two = { raw: '2', errno: null };

test.each([
  ['0', einprogress, false],
  ['-1', einprogress, true],
  ['−1', einprogress, true],
  ['einprogress', einprogress, true],
  ['-EINPROGRESS', einprogress, true],
  ['-1 EINPROGRESS', einprogress, true],
  ['EINVAL', einprogress, false],
  [' 2 ', two, true],
  ['1', two, false],
  ['EAGAIN', two, false],
])('%s', (written, answer, isAsSaid) => {
  expect(isRight(readGuess(written)!, answer)).toBe(isAsSaid);
});

test.each(['', 'many', '1.5', '-'])('“%s” is no guess', (written) => {
  expect(readGuess(written)).toBeNull();
});
