import { expect, test, vi } from 'vitest';
import type { CompileResult } from '../../../playground-server/compile/compile-result.ts';
import { createProgramCache } from '../../../playground-server/compile/program-cache.ts';

const program = (bytes = 10): CompileResult => ({
  kind: 'compiled',
  program: { kind: 'elf', image: new Uint8Array(bytes), regions: [] },
  diagnostics: [{ severity: 'warning', line: 1, column: 1, message: 'unused' }],
  elapsedNs: 5n,
  cached: false,
});
const bounds = {
  maxBytes: 100_000,
  perClientBytes: 100_000,
  perProgramBytes: 80_000,
  maxAgeMs: 60_000,
};
const { signal } = new AbortController();

test('a kept program is not compiled again, and repeats its warnings', async () => {
  const cache = createProgramCache(bounds);
  const compile = vi.fn(async () => program());
  await cache.get('a', 'reader', compile, signal);
  const again = await cache.get('a', 'reader', compile, signal);
  expect(compile).toHaveBeenCalledTimes(1);
  expect(again).toMatchObject({ cached: true, diagnostics: [{ message: 'unused' }] });
});

test('a failure is not kept', async () => {
  const cache = createProgramCache(bounds);
  const compile = vi.fn(async (): Promise<CompileResult> => ({
    kind: 'not-compiled',
    diagnostics: [],
  }));
  await cache.get('a', 'reader', compile, signal);
  await cache.get('a', 'reader', compile, signal);
  expect(compile).toHaveBeenCalledTimes(2);
});

test('what a compiler says only about this moment is not kept', async () => {
  const cache = createProgramCache(bounds);
  const compile = vi.fn(async () => ({ ...program(), isPassing: true }) as CompileResult);
  await cache.get('a', 'reader', compile, signal);
  expect(await cache.get('a', 'reader', compile, signal)).toMatchObject({ cached: false });
  expect(compile).toHaveBeenCalledTimes(2);
});

test('programs beyond the bound push out the oldest', async () => {
  const cache = createProgramCache(bounds);
  const compile = vi.fn(async () => program(60_000));
  await cache.get('a', 'reader', compile, signal);
  await cache.get('b', 'reader', compile, signal);
  await cache.get('a', 'reader', compile, signal);
  expect(compile).toHaveBeenCalledTimes(3);
});

test('one client pushes out its own programs, and not what others use', async () => {
  const cache = createProgramCache({ ...bounds, perClientBytes: 50_000 });
  const compile = vi.fn(async () => program(20_000));
  await cache.get('example', 'reader', compile, signal);
  for (const key of ['a', 'b', 'c', 'd', 'e', 'f']) await cache.get(key, 'flood', compile, signal);
  const kept = async (key: string) => {
    const compiled = await cache.get(key, 'another', async () => program(), signal);
    return compiled.kind === 'compiled' && compiled.cached;
  };
  expect([await kept('example'), await kept('d'), await kept('f')]).toEqual([true, false, true]);
});

test('a program of unusual size is not kept', async () => {
  const cache = createProgramCache(bounds);
  const compile = vi.fn(async () => program(80_000));
  await cache.get('a', 'reader', compile, signal);
  await cache.get('a', 'reader', compile, signal);
  expect(compile).toHaveBeenCalledTimes(2);
});

test('equal snippets at the same time share one compilation', async () => {
  const cache = createProgramCache(bounds);
  const { promise, resolve } = Promise.withResolvers<CompileResult>();
  const compile = vi.fn(() => promise);
  const both = [
    cache.get('a', 'reader', compile, signal),
    cache.get('a', 'reader', compile, signal),
  ];
  resolve(program());
  expect((await Promise.all(both)).map(({ kind }) => kind)).toEqual(['compiled', 'compiled']);
  expect(compile).toHaveBeenCalledTimes(1);
});

test('a shared compilation is cancelled only when nobody waits for it', async () => {
  const cache = createProgramCache(bounds);
  const { promise, resolve } = Promise.withResolvers<CompileResult>();
  const signals: AbortSignal[] = [];
  const compile = (inner: AbortSignal) => {
    signals.push(inner);
    return promise;
  };
  const [one, two] = [new AbortController(), new AbortController()];
  const first = cache.get('a', 'reader', compile, one.signal);
  const second = cache.get('a', 'reader', compile, two.signal);
  one.abort();
  expect(await first).toEqual({ kind: 'cancelled' });
  expect(signals[0]?.aborted).toBe(false);
  two.abort();
  await expect.poll(() => signals[0]?.aborted).toBe(true);
  // Only now has the compiler ended.
  resolve({ kind: 'cancelled' });
  expect(await second).toEqual({ kind: 'cancelled' });
});

test('a compilation that is cancelled keeps its place until the compiler has ended', async () => {
  const cache = createProgramCache(bounds);
  const { promise, resolve } = Promise.withResolvers<CompileResult>();
  const leaving = new AbortController();
  let isOver = false;
  const cancelled = cache.get('a', 'reader', () => promise, leaving.signal);
  void cancelled.then(() => (isOver = true));
  leaving.abort();
  await new Promise((turn) => setImmediate(turn));
  expect(isOver).toBe(false);
  resolve({ kind: 'cancelled' });
  expect(await cancelled).toEqual({ kind: 'cancelled' });
});

test('a share is what is kept now: neither what was pushed out counts, nor what came again', async () => {
  const cache = createProgramCache({ ...bounds, maxBytes: 90_000, perClientBytes: 50_000 });
  const compile = vi.fn(async () => program(20_000));
  const keep = (key: string, client: string) => cache.get(key, client, compile, signal);
  // Others push out all that the first had.
  for (const key of ['a', 'b']) await keep(key, 'first');
  for (const client of ['second', 'third'])
    for (const key of ['c', 'd']) await keep(key + client, client);
  for (const key of ['e', 'f']) await keep(key, 'first');
  compile.mockClear();
  for (const key of ['e', 'f']) await keep(key, 'first');
  expect(compile).not.toHaveBeenCalled();
});

test('what a client used last stays when its share is full', async () => {
  const cache = createProgramCache({ ...bounds, perClientBytes: 50_000 });
  const compile = vi.fn(async () => program(20_000));
  const keep = (key: string) => cache.get(key, 'reader', compile, signal);
  for (const key of ['a', 'b', 'a', 'c']) await keep(key);
  compile.mockClear();
  await keep('a');
  expect(compile).not.toHaveBeenCalled();
  await keep('b');
  expect(compile).toHaveBeenCalledTimes(1);
});
