import { expect, test, vi } from 'vitest';
import type { CompileResult } from '../../../playground-server/compile/compile-result.ts';
import { createProgramCache } from '../../../playground-server/compile/program-cache.ts';

const program = (bytes = 10): CompileResult => ({
  kind: 'compiled',
  program: { kind: 'elf', image: new Uint8Array(bytes), sourceFile: 'snippet.c' },
  diagnostics: [{ severity: 'warning', line: 1, column: 1, message: 'unused' }],
  elapsedNs: 5n,
  cached: false,
});
const bounds = { maxBytes: 100_000, maxAgeMs: 60_000 };
const { signal } = new AbortController();

test('a kept program is not compiled again, and repeats its warnings', async () => {
  const cache = createProgramCache(bounds);
  const compile = vi.fn(async () => program());
  await cache.get('a', compile, signal);
  const again = await cache.get('a', compile, signal);
  expect(compile).toHaveBeenCalledTimes(1);
  expect(again).toMatchObject({ cached: true, diagnostics: [{ message: 'unused' }] });
});

test('a failure is not kept', async () => {
  const cache = createProgramCache(bounds);
  const compile = vi.fn(async (): Promise<CompileResult> => ({
    kind: 'not-compiled',
    diagnostics: [],
  }));
  await cache.get('a', compile, signal);
  await cache.get('a', compile, signal);
  expect(compile).toHaveBeenCalledTimes(2);
});

test('what a compiler says of this moment only is not kept', async () => {
  const cache = createProgramCache(bounds);
  const compile = vi.fn(async () => ({ ...program(), isPassing: true }) as CompileResult);
  await cache.get('a', compile, signal);
  expect(await cache.get('a', compile, signal)).toMatchObject({ cached: false });
  expect(compile).toHaveBeenCalledTimes(2);
});

test('programs beyond the bound push out the oldest', async () => {
  const cache = createProgramCache(bounds);
  const compile = vi.fn(async () => program(60_000));
  await cache.get('a', compile, signal);
  await cache.get('b', compile, signal);
  await cache.get('a', compile, signal);
  expect(compile).toHaveBeenCalledTimes(3);
});

test('equal snippets at the same time share one compilation', async () => {
  const cache = createProgramCache(bounds);
  const { promise, resolve } = Promise.withResolvers<CompileResult>();
  const compile = vi.fn(() => promise);
  const both = [cache.get('a', compile, signal), cache.get('a', compile, signal)];
  resolve(program());
  expect((await Promise.all(both)).map(({ kind }) => kind)).toEqual(['compiled', 'compiled']);
  expect(compile).toHaveBeenCalledTimes(1);
});

test('a shared compilation is cancelled only when nobody waits for it', async () => {
  const cache = createProgramCache(bounds);
  const { promise } = Promise.withResolvers<CompileResult>();
  const signals: AbortSignal[] = [];
  const compile = (inner: AbortSignal) => {
    signals.push(inner);
    return promise;
  };
  const [one, two] = [new AbortController(), new AbortController()];
  const first = cache.get('a', compile, one.signal);
  const second = cache.get('a', compile, two.signal);
  one.abort();
  expect(await first).toEqual({ kind: 'cancelled' });
  expect(signals[0]?.aborted).toBe(false);
  two.abort();
  expect(await second).toEqual({ kind: 'cancelled' });
  expect(signals[0]?.aborted).toBe(true);
});
