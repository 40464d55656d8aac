import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import type { KeptProcess } from '../../../../playground-server/run/tools/kept-process.ts';
import { KeptProcessPool } from '../../../../playground-server/run/tools/kept-process-pool.ts';

const answerMs = 3000;
const { signal } = new AbortController();

/** A process that is ready, answers and ends when the test says so. */
class ToldProcess implements KeptProcess {
  readonly #ready = Promise.withResolvers<void>();
  readonly #gone = Promise.withResolvers<void>();
  #asking: PromiseWithResolvers<unknown> | null = null;
  readonly ready = this.#ready.promise;
  readonly gone = this.#gone.promise;
  asked: unknown[] = [];
  isClosed = false;

  ask(question: unknown): Promise<unknown> {
    this.asked.push(question);
    this.#asking = Promise.withResolvers();
    return this.#asking.promise;
  }
  close(): void {
    this.isClosed = true;
    this.#asking?.reject(new Error('closed'));
    this.#gone.resolve();
  }
  stand = () => settled(this.#ready.resolve());
  break = () => settled(this.#ready.reject(new Error('no Node')));
  end = () => settled(this.#gone.resolve());
  answer = (answer: unknown) => settled(this.#asking?.resolve(answer));
  takeTooLong = () => settled(this.#asking?.reject(new Error('no answer in time')));
}

/** Lets everything happen that does not wait for time. */
const settled = async (_: unknown) => {
  for (let turn = 0; turn < 20; turn++) await Promise.resolve();
};

function poolOf({ count = 1, ahead = false, fails = (): boolean => false } = {}) {
  const processes: ToldProcess[] = [];
  const start = () => {
    if (fails()) throw new Error('no ids are left');
    const started = new ToldProcess();
    processes.push(started);
    return started;
  };
  const job = {
    script: '',
    maxAnswerBytes: 100,
    parse: (answer: unknown) => z.string().parse(answer),
  };
  let needed = 0;
  const need = () => {
    needed += 1;
    return () => void (needed -= 1);
  };
  const pool = new KeptProcessPool(job, { start, count, ahead, answerMs, need });
  const ask = (question: string, client = 'reader', until = signal) =>
    pool.ask({ question, client, signal: until });
  const nth = (index: number): ToldProcess => {
    const found = processes[index];
    if (!found) throw new Error(`${processes.length} processes were started`);
    return found;
  };
  return { pool, ask, processes, nth, needed: () => needed };
}

/** A pool whose processes have started. */
async function standingPool(count: number) {
  const made = poolOf({ count, ahead: true });
  for (const each of made.processes) await each.stand();
  return made;
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const answered = (answer: string) => ({ kind: 'answered', answer });
const gaveUp = { kind: 'gave-up' };
const busy = { kind: 'busy' };
const cancelled = { kind: 'cancelled' };

describe('its processes', () => {
  it('are started by the first question, and kept', async () => {
    const { ask, nth, processes } = poolOf();
    expect(processes).toHaveLength(0);
    const first = ask('a');
    await nth(0).stand();
    await nth(0).answer('A');
    expect(await first).toEqual(answered('A'));
    const second = ask('b');
    await settled(second);
    await nth(0).answer('B');
    expect(await second).toEqual(answered('B'));
    expect(processes).toHaveLength(1);
  });

  it('are needed while they have a question', async () => {
    const { ask, nth, needed } = await standingPool(2);
    const questions = [ask('a', 'one'), ask('bomb', 'other')];
    await Promise.all(questions.map(settled));
    expect(needed()).toBe(2);
    await nth(1).answer('A');
    expect(await questions[0]).toEqual(answered('A'));
    await nth(0).takeTooLong();
    expect(await questions[1]).toEqual(gaveUp);
    await nth(2).stand();
    expect(needed()).toBe(0);
  });

  it('are started ahead where there is room for them', () => {
    expect(poolOf({ count: 2, ahead: true }).processes).toHaveLength(2);
  });

  it('are replaced where a question was too much, and the spare one takes the next at once', async () => {
    const { ask, nth } = await standingPool(2);
    const bomb = ask('bomb');
    await settled(bomb);
    await nth(1).takeTooLong();
    expect(await bomb).toEqual(gaveUp);
    expect(nth(1).isClosed).toBe(true);
    const next = ask('next', 'another');
    await settled(next);
    // The one that replaces the first has not even started.
    expect(nth(2).asked).toEqual([]);
    await nth(0).answer('well');
    expect(await next).toEqual(answered('well'));
  });

  it('are not believed when they answer nonsense', async () => {
    const { ask, nth } = await standingPool(1);
    const question = ask('a');
    await settled(question);
    await nth(0).answer({ all: 'is well' });
    expect(await question).toEqual(gaveUp);
    expect(nth(0).isClosed).toBe(true);
  });

  it('are not asked once they have ended, and replaced for the next question', async () => {
    const { ask, nth } = await standingPool(1);
    await nth(0).end();
    const question = ask('a');
    await nth(1).stand();
    await nth(1).answer('A');
    expect(await question).toEqual(answered('A'));
    expect(nth(0).asked).toEqual([]);
  });

  it('are tried again for the next question where one could not be started', async () => {
    let isFull = true;
    const { ask, nth } = poolOf({ fails: () => isFull });
    expect(await ask('a')).toEqual(busy);
    isFull = false;
    const broken = ask('b');
    await nth(0).break();
    expect(await broken).toEqual(busy);
    const question = ask('c');
    await nth(1).stand();
    await nth(1).answer('C');
    expect(await question).toEqual(answered('C'));
  });

  it('end with the pool, which starts no more of them', async () => {
    const { pool, ask, processes } = await standingPool(1);
    const [put, waiting] = [ask('a', 'one'), ask('b', 'two')];
    await settled(put);
    pool.close();
    expect(await waiting).toEqual(cancelled);
    await put;
    expect(processes.map(({ isClosed }) => isClosed)).toEqual([true]);
  });
});

describe('clients', () => {
  it('take turns, whoever asked more', async () => {
    const { ask, nth } = await standingPool(1);
    const all = [ask('a1', 'a'), ask('a2', 'a'), ask('a3', 'a'), ask('b1', 'b')];
    await settled(all);
    for (const _ of all) await nth(0).answer('');
    await Promise.all(all);
    expect(nth(0).asked).toEqual(['a1', 'b1', 'a2', 'a3']);
  });

  it('have one question answered at a time, and leave the other process to others', async () => {
    const { ask, nth } = await standingPool(2);
    const all = [ask('bomb 1', 'a'), ask('bomb 2', 'a'), ask('b1', 'b')];
    await settled(all);
    expect([nth(1).asked, nth(0).asked]).toEqual([['bomb 1'], ['b1']]);
    await nth(0).answer('');
    expect(nth(0).asked).toEqual(['b1']);
    await nth(1).takeTooLong();
    await nth(2).stand();
    expect(nth(2).asked).toEqual(['bomb 2']);
    await nth(2).answer('');
    expect(await Promise.all(all)).toEqual([gaveUp, answered(''), answered('')]);
  });

  it('wait themselves for the replacement of what they broke', async () => {
    const { ask, nth } = await standingPool(2);
    const bombs = [ask('bomb 1', 'a'), ask('bomb 2', 'a')];
    await settled(bombs);
    await nth(1).takeTooLong();
    expect(nth(0).asked).toEqual([]);
    const other = ask('b1', 'b');
    await settled(other);
    await nth(0).answer('B');
    expect(await other).toEqual(answered('B'));
    await nth(2).stand();
    expect([nth(0).asked, nth(2).asked]).toEqual([['b1'], ['bomb 2']]);
    await nth(2).answer('');
    await Promise.all(bombs);
  });

  it('go first at a replacement where somebody else broke the only process', async () => {
    const { ask, nth } = await standingPool(1);
    const all = [ask('bomb', 'a'), ask('a2', 'a'), ask('b1', 'b')];
    await settled(all);
    await nth(0).takeTooLong();
    await nth(1).stand();
    expect(nth(1).asked).toEqual(['b1']);
    await nth(1).answer('');
    await nth(1).answer('');
    expect(await Promise.all(all)).toEqual([gaveUp, answered(''), answered('')]);
  });

  it('have their turn again where there is no replacement', async () => {
    let isFull = false;
    const { ask, nth } = poolOf({ count: 2, ahead: true, fails: () => isFull });
    await nth(0).stand();
    await nth(1).stand();
    const all = [ask('bomb', 'a'), ask('a2', 'a')];
    await settled(all);
    isFull = true;
    await nth(1).takeTooLong();
    await nth(0).answer('A');
    expect(await Promise.all(all)).toEqual([gaveUp, answered('A')]);
  });

  it('wait for others no longer than one question may take', async () => {
    const { ask, nth } = await standingPool(1);
    const [bomb, next] = [ask('bomb', 'a'), ask('next', 'b')];
    await vi.advanceTimersByTimeAsync(answerMs);
    expect(await next).toEqual(busy);
    await nth(0).answer('');
    expect(await bomb).toEqual(answered(''));
    // Nobody waits for it any more.
    expect(nth(0).asked).toEqual(['bomb']);
  });

  it('leave a question that was put late, which may have its whole time all the same', async () => {
    const { ask, nth } = await standingPool(1);
    const [first, late] = [ask('first', 'a'), ask('late', 'b')];
    await vi.advanceTimersByTimeAsync(answerMs - 1);
    await nth(0).answer('');
    await first;
    await vi.advanceTimersByTimeAsync(1);
    expect(await late).toEqual(busy);
    expect(nth(0).isClosed).toBe(false);
    const next = ask('next', 'c');
    await settled(next);
    await nth(0).answer('');
    await nth(0).answer('N');
    expect(await next).toEqual(answered('N'));
  });

  it('wait for the first start of all as long as it takes', async () => {
    const { ask, nth } = poolOf();
    const question = ask('a');
    await vi.advanceTimersByTimeAsync(3 * answerMs);
    await nth(0).stand();
    await nth(0).answer('A');
    expect(await question).toEqual(answered('A'));
  });

  it('are not asked for once they have gone', async () => {
    const { ask, nth } = await standingPool(1);
    expect(await ask('a', 'a', AbortSignal.abort())).toEqual(cancelled);
    const gone = new AbortController();
    const all = [ask('b', 'b'), ask('c', 'c', gone.signal), ask('d', 'd')];
    await settled(all);
    gone.abort();
    expect(await all[1]).toEqual(cancelled);
    for (let question = 0; question < 2; question++) await nth(0).answer('');
    await Promise.all(all);
    expect(nth(0).asked).toEqual(['b', 'd']);
  });
});
