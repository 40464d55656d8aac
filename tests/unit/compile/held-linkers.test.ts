import { expect, test, vi } from 'vitest';
import { createHeldLinkers } from '../../../playground-server/compile/held-linkers.ts';

function setUp(capacity: number) {
  const discarded: string[] = [];
  const gone = Promise.withResolvers<void>();
  const hold = vi.fn((libraries: string) => ({
    gone: gone.promise,
    release: vi.fn(),
    discard: () => void discarded.push(libraries),
  }));
  return { linkers: createHeldLinkers(capacity, hold), hold, discarded, end: gone.resolve };
}

test('hands over the one that waits with the same libraries, else a new one', () => {
  const { linkers, hold } = setUp(2);
  linkers.refill('libaio');
  linkers.refill('libaio');
  expect(hold).toHaveBeenCalledTimes(1);
  linkers.take('', false);
  expect(hold).toHaveBeenLastCalledWith('');
  linkers.take('libaio', false);
  expect(hold).toHaveBeenCalledTimes(2);
});

test('one that was not used waits for the next snippet', () => {
  const { linkers, hold } = setUp(2);
  const linker = linkers.take('', false);
  if (linker) linkers.giveBack('', linker);
  expect(linkers.take('', false)).toBe(linker);
  expect(hold).toHaveBeenCalledTimes(1);
});

test('drops the one that has waited for longest, and all at the end', () => {
  const { linkers, discarded } = setUp(2);
  for (const libraries of ['a', 'b', 'c']) linkers.refill(libraries);
  expect(discarded).toEqual(['a']);
  linkers.close();
  linkers.refill('d');
  expect(discarded).toEqual(['a', 'b', 'c']);
});

test('one that ended while it waited is not handed over', async () => {
  const { linkers, hold, end } = setUp(2);
  linkers.refill('');
  end();
  await Promise.resolve();
  linkers.take('', false);
  expect(hold).toHaveBeenCalledTimes(2);
});

test('what waits is not for a client that asks for most', () => {
  const { linkers, hold } = setUp(2);
  linkers.refill('');
  linkers.take('', true);
  expect(hold).toHaveBeenCalledTimes(2);
  linkers.take('', false);
  expect(hold).toHaveBeenCalledTimes(2);
});
