import { expect, test } from 'vitest';
import { tabAfterKey } from '../../../../site/reading/example/tab-after-key.ts';

const tabs = ['C', 'libaio', 'TypeScript'];

test.each([
  ['ArrowRight', 'C', 'libaio'],
  ['ArrowRight', 'TypeScript', 'C'],
  ['ArrowLeft', 'libaio', 'C'],
  ['ArrowLeft', 'C', 'TypeScript'],
  ['Home', 'TypeScript', 'C'],
  ['End', 'C', 'TypeScript'],
])('%s leads from %s to %s', (key, from, to) => {
  expect(tabAfterKey(tabs, from, key)).toBe(to);
});

test('other keys lead nowhere', () => {
  expect(tabAfterKey(tabs, 'C', 'Enter')).toBeNull();
  expect(tabAfterKey(tabs, 'C', 'ArrowDown')).toBeNull();
});
