import { expect, it } from 'vitest';
import { createTypeScriptCompiler } from '../../../playground-server/compile/typescript-compiler.ts';
import { buildTimed } from '../../../playground-server/compile/compile-stage.ts';

const { signal } = new AbortController();

it('tells the reader a sentence, and the log what a compiler threw', async () => {
  const error = new Error('ENOENT: /srv/live-man/tool-root');
  const compiler = { id: 'c', build: () => Promise.reject(error), close: () => undefined };
  const result = await buildTimed(compiler, '', signal);
  expect(result).toMatchObject({ kind: 'faulted', cause: error });
  expect(result).toHaveProperty('message', expect.stringMatching(/^The compiler could not be run/));
  expect(result).not.toHaveProperty('message', expect.stringContaining('/srv'));
});

it('has the program of a TypeScript snippet before anything has checked it', async () => {
  const keepTool = () => {
    throw new Error('no checker is needed');
  };
  const compiler = await createTypeScriptCompiler({ keepTool } as never);
  expect(compiler.asItIs?.('let x = 1;')).toEqual({ kind: 'source', text: 'let x = 1;' });
});
