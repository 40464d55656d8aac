import { expect, it } from 'vitest';
import type { KeptTool } from '../../../playground-server/compile/tool.ts';
import { createTypeChecker } from '../../../playground-server/compile/type-checker.ts';

const clean = { syntax: [], types: [] };
const { signal } = new AbortController();

/** Tools that answer as told, and remember what they were asked. */
function toolsThat(answer: (source: string) => Promise<unknown>) {
  const asked: string[] = [];
  let started = 0;
  let closed = 0;
  const start = (): KeptTool => {
    started += 1;
    return {
      ask: (question) => {
        const { source } = question as { source: string };
        asked.push(source);
        return answer(source);
      },
      close: () => void (closed += 1),
    };
  };
  return { start, asked, count: () => ({ started, closed }) };
}

it('starts nothing before it is asked, and keeps what it started', async () => {
  const tools = toolsThat(async () => clean);
  const checker = createTypeChecker(tools.start, 1000);
  expect(tools.count()).toEqual({ started: 0, closed: 0 });
  expect(await checker.check('a', signal)).toEqual(clean);
  expect(await checker.check('b', signal)).toEqual(clean);
  expect(tools.count()).toEqual({ started: 1, closed: 0 });
});

it('asks one source at a time, in the order they came', async () => {
  const first = Promise.withResolvers<unknown>();
  const tools = toolsThat((source) => (source === 'a' ? first.promise : Promise.resolve(clean)));
  const checker = createTypeChecker(tools.start, 1000);
  const answers = [checker.check('a', signal), checker.check('b', signal)];
  await new Promise(setImmediate);
  expect(tools.asked).toEqual(['a']);
  first.resolve(clean);
  expect(await Promise.all(answers)).toEqual([clean, clean]);
});

it('gives up on a source that was too much, and replaces the checker for the next', async () => {
  const tools = toolsThat(async (source) => {
    if (source === 'bomb') throw new Error('no answer in time');
    return clean;
  });
  const checker = createTypeChecker(tools.start, 1000);
  expect(await checker.check('bomb', signal)).toBe('gave-up');
  expect(await checker.check('b', signal)).toEqual(clean);
  expect(tools.count()).toEqual({ started: 2, closed: 1 });
});

it('does not believe an answer that is none', async () => {
  const tools = toolsThat(async () => ({ syntax: 'all is well' }));
  expect(await createTypeChecker(tools.start, 1000).check('a', signal)).toBe('gave-up');
});

it('does not ask for a reader who has gone', async () => {
  const tools = toolsThat(async () => clean);
  expect(await createTypeChecker(tools.start, 1000).check('a', AbortSignal.abort())).toBe(
    'cancelled',
  );
  expect(tools.asked).toEqual([]);
});
