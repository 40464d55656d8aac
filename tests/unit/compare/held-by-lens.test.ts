import { expect, test } from 'vitest';
import { heldByLens } from '../../../site/compare/held-by-lens.ts';
import { wordsOf } from '../../../site/export/words-of.ts';
import { readVariants } from '../../../scripts/record/read-variants.ts';
import { tapeOf } from './tape-of.ts';

const heldIn = (example: string, call: number) =>
  readVariants(example).map((variant) => {
    const row = tapeOf(variant)[call - 1];
    return row && heldByLens(variant.lens, row.status, wordsOf('en'));
  });

test('a failure is held in each lens as its convention hands it over', () => {
  expect(heldIn('io_setup-einval-zero', 1)).toEqual([
    'r == -1, errno == 22',
    'r == -22, errno unchanged',
  ]);
});

test('a success is the same value in every lens', () => {
  expect(heldIn('io_submit-several', 2)).toEqual(['r == 3', 'r == 3']);
});

test('nothing is held before the call has returned', () => {
  expect(heldByLens('syscall', { kind: 'unreturned' }, wordsOf('en'))).toBeNull();
});
