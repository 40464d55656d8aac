import { afterAll, beforeAll, expect, it } from 'vitest';
import type { KeptTool } from '../../../../playground-server/compile/tool.ts';
import type { CheckAnswer } from '../../../../playground-server/guest/check-types.ts';
import {
  maxDiagnostics,
  maxMessageLength,
} from '../../../../playground-server/guest/bound-diagnostics.ts';
import { realTools } from '../../compile/real-tools.ts';

const { signal } = new AbortController();

let sandboxes: Awaited<ReturnType<typeof realTools>>;
const checkers: KeptTool<CheckAnswer>[] = [];
beforeAll(async () => {
  sandboxes = await realTools();
});
afterAll(async () => {
  for (const checker of checkers) checker.close();
  await sandboxes.close();
});

/** The type checker in its sandbox; what it answers is looked at as it comes. */
function checkerWith(maxAnswerBytes: number) {
  const checker = sandboxes.tools.keepTool({
    script: 'check-types.ts',
    maxAnswerBytes,
    parse: (answer) => answer as CheckAnswer,
  });
  checkers.push(checker);
  return (source: string) => checker.ask({ question: { source }, client: 'reader', signal });
}

/** So many that all of them would make a line of more than a megabyte. */
const manyMistakes = 'a;\n'.repeat(4000);
/** TypeScript writes types out in part, but a name in full. */
const longName = `const x: string = { ${'n'.repeat(10_000)}: 1 }.${'m'.repeat(10_000)};`;

it('answers with no more than is shown', async () => {
  const check = checkerWith(Infinity);
  const many = await check(manyMistakes);
  expect(many).toMatchObject({ kind: 'answered', answer: { syntax: [] } });
  expect(many).toHaveProperty('answer.types.length', maxDiagnostics);
  const misread = await check('let = ;\n'.repeat(4000));
  expect(misread).toMatchObject({ kind: 'answered', answer: { types: [] } });
  expect(misread).toHaveProperty('answer.syntax.length', maxDiagnostics);
  const long = await check(longName);
  expect(long).toHaveProperty('answer.types.0.message.length', maxMessageLength);
});

it('is given up, and replaced, where its answer is longer than it may be', async () => {
  const check = checkerWith(1000);
  expect(await check(manyMistakes)).toEqual({ kind: 'gave-up' });
  expect(await check('export {};')).toEqual({
    kind: 'answered',
    answer: { syntax: [], types: [] },
  });
});
