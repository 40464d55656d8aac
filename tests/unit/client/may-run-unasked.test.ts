import { expect, it } from 'vitest';
import { mayRunUnasked } from '../../../site/playground/client/may-run-unasked.ts';

it('nothing runs unasked as long as the reader has not switched it on', () => {
  for (const origin of ['example', 'reader', 'foreign'] as const) {
    expect(mayRunUnasked(false, origin)).toBe(false);
  }
});

it('a foreign snippet never runs by itself', () => {
  expect(mayRunUnasked(true, 'foreign')).toBe(false);
  expect(mayRunUnasked(true, 'reader')).toBe(true);
  expect(mayRunUnasked(true, 'example')).toBe(true);
});
