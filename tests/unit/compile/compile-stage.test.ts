import { expect, it } from 'vitest';
import { createTypeScriptCompiler } from '../../../playground-server/compile/typescript-compiler.ts';
import { buildTimed } from '../../../playground-server/compile/compile-stage.ts';
import type { Answered } from '../../../playground-server/compile/tool.ts';
import type { CheckAnswer } from '../../../playground-server/compile/type-checker.ts';

const { signal } = new AbortController();
const asker = { client: '127.0.0.1', isHeavy: false };

it('tells the reader a sentence, and the log what a compiler threw', async () => {
  const error = new Error('ENOENT: /srv/live-man/tool-root');
  const compiler = { id: 'c', build: () => Promise.reject(error), close: () => undefined };
  const result = await buildTimed(compiler, { source: '', signal, ...asker });
  expect(result).toMatchObject({ kind: 'faulted', cause: error });
  expect(result).toHaveProperty('message', expect.stringMatching(/^The compiler could not be run/));
  expect(result).not.toHaveProperty('message', expect.stringContaining('/srv'));
});

/** A TypeScript compiler whose type checker answers so. */
const typescriptWith = (answered: Answered<CheckAnswer>) =>
  createTypeScriptCompiler({
    keepTool: () => ({ ask: async () => answered as Answered<never>, close: () => undefined }),
  });

it('has the program of a TypeScript snippet before anything has checked it', async () => {
  const compiler = await typescriptWith({ kind: 'cancelled' });
  expect(compiler.asItIs?.('let x = 1;')).toEqual({ kind: 'source', text: 'let x = 1;' });
});

it('runs what it could not check, and says again whether that is for good', async () => {
  const built = async (answered: Answered<CheckAnswer>) =>
    (await typescriptWith(answered)).build('let x = 1;', signal, asker);
  const notChecked = [{ severity: 'warning', message: expect.stringMatching(/not checked/) }];
  const tooMuch = await built({ kind: 'gave-up' });
  expect(tooMuch).toMatchObject({ kind: 'compiled', diagnostics: notChecked });
  expect(tooMuch).not.toHaveProperty('isPassing');
  const busy = await built({ kind: 'busy' });
  expect(busy).toMatchObject({ kind: 'compiled', diagnostics: notChecked, isPassing: true });
});
