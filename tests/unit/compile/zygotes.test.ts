import { expect, test, vi } from 'vitest';
import { createZygotes } from '../../../playground-server/compile/zygotes.ts';

function setUp(capacity: number) {
  const discarded: string[] = [];
  const start = vi.fn((preamble: string) => ({
    isSpent: false,
    fork: vi.fn(),
    discard: () => void discarded.push(preamble),
  }));
  return { zygotes: createZygotes(capacity, start), start, discarded };
}

test('finds the zygote for the preamble, as often as it is asked, and one for any beside it', () => {
  const { zygotes, start } = setUp(4);
  expect(zygotes.find('a')).toBeNull();
  zygotes.want('a');
  const made = start.mock.results.map(({ value }) => value as unknown);
  expect([zygotes.find('a'), zygotes.find('')]).toEqual(made);
  expect(zygotes.find('a')).toBe(made[0]);
  expect(zygotes.find('b')).toBeNull();
});

test('replaces one that is spent when it is next wanted, and does without it until then', () => {
  const { zygotes, start, discarded } = setUp(4);
  zygotes.want('a');
  const first = zygotes.find('a');
  Object.assign(first ?? {}, { isSpent: true });
  expect(zygotes.find('a')).toBeNull();
  zygotes.want('a');
  expect(zygotes.find('a')).not.toBe(first);
  expect(discarded).toEqual(['a']);
  expect(start).toHaveBeenCalledTimes(3);
});

test('drops the zygote for the preamble longest unwanted', () => {
  const { zygotes, discarded } = setUp(3);
  for (const preamble of ['a', 'b', 'a', 'c']) zygotes.want(preamble);
  expect(discarded).toEqual(['b']);
});

test('none is kept after the end', () => {
  const { zygotes, start, discarded } = setUp(3);
  zygotes.want('a');
  zygotes.close();
  zygotes.want('a');
  expect(discarded.sort()).toEqual(['', 'a']);
  expect(start).toHaveBeenCalledTimes(2);
});
