import { expect, it } from 'vitest';
import type { CompileResult } from '../../../playground-server/compile/compile-result.ts';
import { conduct, type PreparedRun } from '../../../playground-server/run/conduct.ts';
import { unheard } from '../../../playground-server/run/engine.ts';
import { FairQueue, type Admission } from '../../../playground-server/run/queue/fair-queue.ts';
import { environment, limits } from '../http/fake-engine.ts';

const compiled: CompileResult = {
  kind: 'compiled',
  program: { kind: 'elf', image: new Uint8Array(), sourceFile: 'snippet.c' },
  diagnostics: [],
  elapsedNs: 0n,
  cached: false,
};

/** Conducts one run whose stages do as told; gives its last event and what the log was told. */
async function conducted(result: CompileResult, prepare: () => Promise<PreparedRun>) {
  const troubles: unknown[] = [];
  const run = conduct({
    request: { language: 'c', source: '' },
    admission: new FairQueue({ slots: 1, waiting: 1, perClient: 1 }).admit('reader') as Admission,
    signal: new AbortController().signal,
    limits,
    environment,
    compile: async () => result,
    prepare,
    observer: { ...unheard, troubled: (error) => troubles.push(error) },
  });
  const events = await Array.fromAsync(run, ({ event }) => event);
  return { last: events.at(-1), troubles };
}

const broken = new Error('bwrap: cannot open /srv/live-man/root');

it('tells the log of a sandbox that could not be made, even where the snippet did not compile', async () => {
  const { last, troubles } = await conducted({ kind: 'not-compiled', diagnostics: [] }, () =>
    Promise.reject(broken),
  );
  expect(last).toEqual({ kind: 'finished', outcome: { kind: 'not-compiled' } });
  await expect.poll(() => troubles).toEqual([broken]);
});

it('tells the log once, and the reader no path', async () => {
  const { last, troubles } = await conducted(compiled, () => Promise.reject(broken));
  expect(last).toMatchObject({ kind: 'faulted', code: 'sandbox-failed' });
  expect(JSON.stringify(last)).not.toContain('/srv');
  expect(troubles).toEqual([broken]);
});

it('tells the log of a run that could not be disposed of', async () => {
  const { troubles } = await conducted({ kind: 'not-compiled', diagnostics: [] }, async () => ({
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
  const { last, troubles } = await conducted(fault, async () => ({
    execute: () => {
      throw new Error('there is no program');
    },
    dispose,
  }));
  expect(last).toEqual({ kind: 'faulted', code: 'compiler-failed', message: 'It broke.' });
  expect(troubles).toEqual([broken]);
});
