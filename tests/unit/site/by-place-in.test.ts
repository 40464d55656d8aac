import { expect, test } from 'vitest';
import { byPlaceIn } from '../../../site/facts/by-place-in.ts';

test('keeps the order that a list gives, and puts what it does not name last, by name', () => {
  const names = ['pread64', 'io_submit', 'eventfd', 'io_setup'];
  expect(names.sort(byPlaceIn(['io_setup', 'io_submit', 'io_cancel']))).toEqual([
    'io_setup',
    'io_submit',
    'eventfd',
    'pread64',
  ]);
});
