import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Answers } from '../../../../playground-server/http/answers/answers.ts';

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }));
afterEach(() => void vi.useRealTimers());

const chunkBytes = 100;
const bounds = { stallMs: 10_000, restMs: 60_000, untakenBytes: 10 * chunkBytes };
const reader = (client = 'a') => ({ client, gone: vi.fn(), disconnect: vi.fn() });

/** An answer of so many chunks; `ended` says whether all of it was asked for. */
function source(count: number) {
  const state = { ended: false };
  async function* chunks() {
    for (let at = 0; at < count; at += 1) yield new Uint8Array(chunkBytes);
    state.ended = true;
  }
  return { chunks: chunks(), state };
}

/** An answer that never says anything. */
async function* silent(): AsyncGenerator<Uint8Array> {
  await new Promise(() => undefined);
}

/** Takes all of an answer. */
async function bytesOf(stream: ReadableStream<Uint8Array>): Promise<number> {
  const chunks = await Array.fromAsync(stream);
  return chunks.reduce((sum, { byteLength }) => sum + byteLength, 0);
}

const ended = ({ state }: ReturnType<typeof source>) =>
  expect.poll(() => state.ended, { interval: 1 }).toBe(true);

it('lets its source end although nobody reads', async () => {
  const answer = source(3);
  void new Answers(bounds).stream(answer.chunks, reader());
  await ended(answer);
});

it('begins when there is something to read', async () => {
  const first = Promise.withResolvers<Uint8Array>();
  async function* chunks() {
    yield await first.promise;
  }
  const begun = vi.fn();
  const stream = new Answers(bounds).stream(chunks(), reader());
  void stream.then(begun);
  await new Promise(setImmediate);
  expect(begun).not.toHaveBeenCalled();
  first.resolve(new Uint8Array(chunkBytes));
  expect(await bytesOf(await stream)).toBe(chunkBytes);
});

it('begins soon although nothing is said', async () => {
  const stream = new Answers(bounds).stream(silent(), reader());
  vi.advanceTimersByTime(20);
  await (await stream).cancel();
});

it('gives a reader all of it, in order, however late', async () => {
  const answer = source(3);
  const stream = await new Answers(bounds).stream(answer.chunks, reader());
  await ended(answer);
  expect(await bytesOf(stream)).toBe(3 * chunkBytes);
});

it('disconnects a reader who has taken nothing for the time that is allowed', async () => {
  const told = reader();
  const answer = source(3);
  const taking = (await new Answers(bounds).stream(answer.chunks, told)).getReader();
  await taking.read();
  vi.advanceTimersByTime(9_999);
  expect(told.disconnect).not.toHaveBeenCalled();
  vi.advanceTimersByTime(1);
  expect(told.disconnect).toHaveBeenCalledOnce();
  await expect(taking.read()).rejects.toThrow('nothing taken');
});

it('disconnects a reader who trickles, once the rest should have been taken', async () => {
  const told = reader();
  const answer = source(9);
  const taking = (await new Answers(bounds).stream(answer.chunks, told)).getReader();
  await ended(answer);
  for (let taken = 0; taken < 7; taken += 1) {
    await taking.read();
    expect(told.disconnect).not.toHaveBeenCalled();
    vi.advanceTimersByTime(9_000);
  }
  expect(told.disconnect).toHaveBeenCalledOnce();
});

it('is patient with a reader who waits for more, and with one who has read all', async () => {
  const told = reader();
  const answer = source(2);
  const taking = (await new Answers(bounds).stream(answer.chunks, told)).getReader();
  while (!(await taking.read()).done) vi.advanceTimersByTime(9_999);
  vi.advanceTimersByTime(100_000);
  expect(told.disconnect).not.toHaveBeenCalled();
  expect(told.gone).not.toHaveBeenCalled();
});

it('says when its reader has gone, and still lets its source end', async () => {
  const told = reader();
  const answer = source(2);
  const taking = (await new Answers(bounds).stream(answer.chunks, told)).getReader();
  await taking.read();
  await taking.cancel();
  expect(told.gone).toHaveBeenCalledOnce();
  await ended(answer);
  vi.advanceTimersByTime(100_000);
  expect(told.disconnect).not.toHaveBeenCalled();
});

it('keeps a bounded amount: the client with most of it loses its oldest answer', async () => {
  const answers = new Answers(bounds);
  const begin = async (client: string, chunks: number) => {
    const told = reader(client);
    const answer = source(chunks);
    const stream = await answers.stream(answer.chunks, told);
    await ended(answer);
    return { told, stream };
  };
  const modest = await begin('modest', 3);
  const first = await begin('greedy', 4);
  const second = await begin('greedy', 4);
  expect(first.told.disconnect).toHaveBeenCalledOnce();
  for (const { told } of [modest, second]) expect(told.disconnect).not.toHaveBeenCalled();
  await expect(bytesOf(first.stream)).rejects.toThrow();
  expect(await bytesOf(modest.stream)).toBe(3 * chunkBytes);
});

it('breaks off with the source, so that half an answer is not taken for a whole one', async () => {
  async function* broken() {
    yield new Uint8Array(chunkBytes);
    throw new Error('no more');
  }
  const told = reader();
  const stream = await new Answers(bounds).stream(broken(), told);
  await expect(bytesOf(stream)).rejects.toThrow('no more');
  expect(told.disconnect).toHaveBeenCalledOnce();
});
