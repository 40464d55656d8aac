import { expect, test, vi } from 'vitest';
import { createHeldCompilers } from '../../../playground-server/compile/held-compilers.ts';

function setUp(capacity: number) {
  const discarded: string[] = [];
  const hold = vi.fn((preamble: string) => ({
    release: vi.fn(),
    discard: () => void discarded.push(preamble),
  }));
  return { compilers: createHeldCompilers(capacity, hold), hold, discarded };
}

test('hands over the compiler for the preamble, else the one for any', () => {
  const { compilers } = setUp(4);
  compilers.refill('a');
  expect(compilers.take('a')?.preamble).toBe('a');
  expect(compilers.take('a')?.preamble).toBe('');
  expect(compilers.take('a')).toBeNull();
});

test('drops the compiler for the preamble longest unused', () => {
  const { compilers, discarded } = setUp(3);
  for (const preamble of ['a', 'b', 'a', 'c']) compilers.refill(preamble);
  expect(discarded).toEqual(['b']);
});

test('nothing waits after the end', () => {
  const { compilers, hold, discarded } = setUp(3);
  compilers.refill('a');
  compilers.close();
  compilers.refill('a');
  expect(discarded.sort()).toEqual(['', 'a']);
  expect(hold).toHaveBeenCalledTimes(2);
});
