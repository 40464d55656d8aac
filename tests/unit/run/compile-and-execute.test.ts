import { expect, it } from 'vitest';
import type { CompileResult } from '../../../playground-server/compile/compile-result.ts';
import {
  compileAndExecute,
  type PreparedRun,
} from '../../../playground-server/run/compile-and-execute.ts';
import { unheard } from '../../../playground-server/run/engine.ts';

const compiled: CompileResult = {
  kind: 'compiled',
  program: { kind: 'elf', image: new Uint8Array(), regions: [] },
  diagnostics: [],
  elapsedNs: 0n,
  cached: false,
};

/** Executes one snippet whose stages do as told; gives its last event and what the log was told. */
async function executed(result: CompileResult, prepare: () => Promise<PreparedRun>) {
  const troubles: unknown[] = [];
  const run = compileAndExecute({
    request: { language: 'c', source: '' },
    asker: { client: 'reader', isHeavy: false },
    signal: new AbortController().signal,
    compile: async () => result,
    need: () => undefined,
    prepare,
    observer: { ...unheard, troubled: (error) => troubles.push(error) },
  });
  const events = await Array.fromAsync(run, ({ event }) => event);
  return { last: events.at(-1), troubles };
}

const broken = new Error('bwrap: cannot open /srv/live-man/root');

it('tells the log of a sandbox that could not be made, even where the snippet did not compile', async () => {
  const { last, troubles } = await executed({ kind: 'not-compiled', diagnostics: [] }, () =>
    Promise.reject(broken),
  );
  expect(last).toEqual({ kind: 'finished', outcome: { kind: 'not-compiled' } });
  await expect.poll(() => troubles).toEqual([broken]);
});

it('tells the log once, and the reader no path', async () => {
  const { last, troubles } = await executed(compiled, () => Promise.reject(broken));
  expect(last).toMatchObject({ kind: 'faulted', code: 'sandbox-failed' });
  expect(JSON.stringify(last)).not.toContain('/srv');
  expect(troubles).toEqual([broken]);
});

/** A run that compiles, and whose program does nothing; `happened` gets what is done with it. */
function harmless(happened: string[]) {
  async function* nothing() {}
  const note = (what: string) => void happened.push(what);
  return compileAndExecute({
    request: { language: 'c', source: '' },
    asker: { client: 'reader', isHeavy: false },
    signal: new AbortController().signal,
    compile: async () => compiled,
    need: () => undefined,
    prepare: async () => ({
      execute: () => ({
        events: nothing(),
        start: async () => note('started'),
        stop: () => note('stopped'),
        gone: async () => undefined,
      }),
      dispose: () => note('disposed'),
    }),
    observer: unheard,
  });
}

it('starts the program before the reader has taken what the compiler said', async () => {
  const happened: string[] = [];
  for await (const { event } of harmless(happened)) happened.push(event.kind);
  await expect.poll(() => happened).toEqual(['started', 'compiled', 'disposed']);
});

it('ends a program of which nobody wants to know the rest', async () => {
  const happened: string[] = [];
  for await (const { event } of harmless(happened)) if (event.kind === 'compiled') break;
  await expect.poll(() => happened).toEqual(['started', 'stopped', 'disposed']);
});

it('tells the log of a run that could not be disposed of', async () => {
  const { troubles } = await executed({ kind: 'not-compiled', diagnostics: [] }, async () => ({
    execute: () => {
      throw new Error('there is no program');
    },
    dispose: () => {
      throw broken;
    },
  }));
  await expect.poll(() => troubles).toEqual([broken]);
});

it('tells the log what was behind a fault of the compiler', async () => {
  const fault: CompileResult = { kind: 'faulted', message: 'It broke.', cause: broken };
  const dispose = () => undefined;
  const { last, troubles } = await executed(fault, async () => ({
    execute: () => {
      throw new Error('there is no program');
    },
    dispose,
  }));
  expect(last).toEqual({ kind: 'faulted', code: 'compiler-failed', message: 'It broke.' });
  expect(troubles).toEqual([broken]);
});
