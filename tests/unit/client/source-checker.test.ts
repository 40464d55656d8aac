import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Check } from '../../../playground-server/protocol/index.ts';
import { createSourceChecker } from '../../../site/playground/client/source-checker.ts';

const asked = (source: string) => ({ language: 'c', source }) as const;
const clean: Check = { compiled: true, diagnostics: [] };

/** A server that answers each question when the test says so. */
function slowServer() {
  const questions: { source: string; signal: AbortSignal; answer(response: Response): void }[] = [];
  const fetchFrom = ((_url, init) => {
    const { promise, resolve, reject } = Promise.withResolvers<Response>();
    const signal = init!.signal!;
    signal.addEventListener('abort', () => reject(signal.reason));
    questions.push({ ...JSON.parse(init!.body as string), signal, answer: resolve });
    return promise;
  }) as typeof fetch;
  return { fetchFrom, questions };
}

/** Lets everything that needs no timer happen. */
const settle = () => vi.advanceTimersByTimeAsync(0);

beforeEach(() => {
  vi.useFakeTimers();
  return () => void vi.useRealTimers();
});

describe('a source that is being written', () => {
  it('is asked about when the reader pauses, not at each letter', async () => {
    const { fetchFrom, questions } = slowServer();
    const checker = createSourceChecker(fetchFrom, () => undefined, 400);
    for (const source of ['i', 'in', 'int']) {
      checker.schedule(asked(source));
      await vi.advanceTimersByTimeAsync(399);
    }
    expect(questions).toEqual([]);
    await vi.advanceTimersByTimeAsync(1);
    expect(questions.map(({ source }) => source)).toEqual(['int']);
  });

  it('gives up the older question, and never shows its answer', async () => {
    const { fetchFrom, questions } = slowServer();
    const shown: Check[] = [];
    const checker = createSourceChecker(fetchFrom, (check) => shown.push(check), 1);
    checker.schedule(asked('old'));
    await vi.advanceTimersByTimeAsync(1);
    checker.schedule(asked('new'));
    expect(questions[0]?.signal.aborted).toBe(true);
    await vi.advanceTimersByTimeAsync(1);
    questions[1]?.answer(Response.json(clean));
    await settle();
    expect(shown).toEqual([clean]);
  });

  it('shows nothing of an answer whose body arrives after the next letter', async () => {
    const shown: Check[] = [];
    const body = Promise.withResolvers<Check>();
    const fetchFrom = (async () => ({ status: 200, json: () => body.promise })) as never;
    const checker = createSourceChecker(fetchFrom, (check) => shown.push(check), 1);
    checker.schedule(asked('old'));
    await vi.advanceTimersByTimeAsync(1);
    checker.cancel();
    body.resolve(clean);
    await settle();
    expect(shown).toEqual([]);
  });

  it.each([
    ['is refused', async () => Response.json({ code: 'queue-full' }, { status: 503 })],
    ['cannot be reached', async () => Promise.reject(new TypeError('fetch failed'))],
    ['answers with something else', async () => new Response('<html>')],
  ])('is left alone when the server %s: nobody asked', async (_, answer) => {
    const shown: Check[] = [];
    const checker = createSourceChecker(answer, (check) => shown.push(check), 1);
    checker.schedule(asked('int'));
    await vi.advanceTimersByTimeAsync(1);
    expect(shown).toEqual([]);
  });
});
