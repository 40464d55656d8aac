import { expect, it, vi } from 'vitest';
import { ThreadPool } from '../../../../playground-server/run/tracing/thread-pool.ts';
import type { TracerThread } from '../../../../playground-server/run/tracing/tracer-thread.ts';

/** A pool whose threads are started at once and only know that they ended. */
function pool(keep: number, patienceMs = 0) {
  const started: { hasEnded: boolean; stop(): Promise<void> }[] = [];
  const start = async () => {
    const thread = {
      hasEnded: false,
      async stop() {
        thread.hasEnded = true;
      },
    };
    started.push(thread);
    return thread as unknown as TracerThread;
  };
  return { threads: new ThreadPool(keep, start, patienceMs), started };
}

it('starts as many as it keeps ahead of need, and one more when all are busy for long', async () => {
  const { threads, started } = pool(1);
  await threads.warm();
  const [first, second] = [await threads.take(), await threads.take()];
  expect(first).not.toBe(second);
  expect([threads.busy, threads.idle, started.length]).toEqual([2, 0, 2]);
});

it('starts the first before the others, which find compiled what it has compiled', async () => {
  const first = Promise.withResolvers<TracerThread>();
  const start = vi.fn(() => first.promise);
  const threads = new ThreadPool(3, start);
  const warm = threads.warm();
  expect(start).toHaveBeenCalledOnce();
  first.resolve({} as TracerThread);
  await warm;
  expect(start).toHaveBeenCalledTimes(3);
  expect(threads.idle).toBe(3);
});

it('lends a thread again that came back clean', async () => {
  const { threads } = pool(1);
  const thread = await threads.take();
  await threads.giveBack(thread, 'clean');
  expect(await threads.take()).toBe(thread);
});

it('lends who waits the next thread that comes back, in turn, and starts no other', async () => {
  const { threads, started } = pool(1, 60_000);
  const thread = await threads.take();
  const [second, third] = [threads.take(), threads.take()];
  await threads.giveBack(thread, 'clean');
  expect(await second).toBe(thread);
  expect([threads.busy, threads.idle]).toEqual([1, 0]);
  await threads.giveBack(thread, 'clean');
  expect(await third).toBe(thread);
  expect(started.length).toBe(1);
});

it('starts one for who waits as soon as a thread comes back broken', async () => {
  const { threads, started } = pool(1, 60_000);
  const broken = await threads.take();
  const next = threads.take();
  await threads.giveBack(broken, 'broken');
  expect(await next).not.toBe(broken);
  expect(started.map(({ hasEnded }) => hasEnded)).toEqual([true, false]);
});

it('ends a broken thread, and those beyond what it keeps', async () => {
  const { threads, started } = pool(1);
  const taken = [await threads.take(), await threads.take(), await threads.take()];
  await threads.giveBack(taken[0]!, 'broken');
  await threads.giveBack(taken[1]!, 'clean');
  await threads.giveBack(taken[2]!, 'clean');
  expect(started.map(({ hasEnded }) => hasEnded)).toEqual([true, false, true]);
  expect([threads.busy, threads.idle]).toEqual([0, 1]);
});

it('lends no thread that ended while it waited', async () => {
  const { threads, started } = pool(2);
  await threads.warm();
  for (const thread of started) thread.hasEnded = true;
  expect((await threads.take()).hasEnded).toBe(false);
  expect(threads.idle).toBe(0);
});

it('takes none back that it did not lend', async () => {
  const { threads } = pool(1);
  const thread = await threads.take();
  await threads.giveBack(thread, 'clean');
  await expect(threads.giveBack(thread, 'clean')).rejects.toThrow('more threads came back');
});

it('keeps none once it is closed', async () => {
  const { threads, started } = pool(2);
  await threads.warm();
  const busy = await threads.take();
  await threads.close();
  expect(threads.idle).toBe(0);
  await threads.giveBack(busy, 'clean');
  expect(started.every(({ hasEnded }) => hasEnded)).toBe(true);
});

it('really traces on threads of its own', async () => {
  const threads = new ThreadPool(1);
  await threads.warm();
  const thread = await threads.take();
  expect(thread.hasEnded).toBe(false);
  await threads.giveBack(thread, 'broken');
  await expect.poll(() => thread.hasEnded).toBe(true);
  await threads.close();
});
