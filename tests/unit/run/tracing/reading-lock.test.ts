import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { expect, it } from 'vitest';
import { ReadingLock } from '../../../../playground-server/run/tracing/reading-lock.ts';

const module = new URL(
  '../../../../playground-server/run/tracing/reading-lock.ts',
  import.meta.url,
);

/** Adds to a number in a way that loses count where two threads do it at once. */
const countSlowly = `
  const { workerData, parentPort } = require('node:worker_threads');
  import(workerData.module).then(({ ReadingLock }) => {
    const lock = new ReadingLock(workerData.shared);
    const count = new Int32Array(workerData.count);
    for (let i = 0; i < 20000; i++) {
      lock.take();
      const before = count[0];
      for (let k = 0; k < 20; k++) Math.sqrt(k);
      count[0] = before + 1;
      lock.release();
    }
  });
`;

it('lets one thread in at a time', async () => {
  const shared = new SharedArrayBuffer(4);
  const count = new SharedArrayBuffer(4);
  const workerData = { module: module.href, shared, count };
  const workers = [0, 1].map(() => new Worker(countSlowly, { eval: true, workerData }));
  await Promise.all(workers.map((worker) => once(worker, 'exit')));
  expect(new Int32Array(count)[0]).toBe(40_000);
});

it('is free again after an action that throws', async () => {
  const shared = new SharedArrayBuffer(4);
  const lock = new ReadingLock(shared);
  const fail = () => {
    throw new Error('read failed');
  };
  expect(() => lock.holdIfFree(fail)).toThrow('read failed');
  await expect(lock.holdSoon(fail)).rejects.toThrow('read failed');
  expect(new Int32Array(shared)[0]).toBe(0);
});

it('does not wait for ever for a thread that died holding it', async () => {
  const shared = new SharedArrayBuffer(4);
  const lock = new ReadingLock(shared);
  new Int32Array(shared)[0] = 1;
  let went = false;
  await lock.holdSoon(() => (went = true));
  expect(went).toBe(true);
  new Int32Array(shared)[0] = 1;
  lock.take();
});

it('can be left to the other thread', () => {
  const shared = new SharedArrayBuffer(4);
  const lock = new ReadingLock(shared);
  const read: string[] = [];
  lock.holdIfFree(() => {
    read.push('outer');
    lock.holdIfFree(() => read.push('inner'));
  });
  lock.holdIfFree(() => read.push('again'));
  expect(read).toEqual(['outer', 'again']);
});

it('goes from the tracer to the main thread, which does other things until then', async () => {
  const lock = new ReadingLock(new SharedArrayBuffer(4));
  const read: string[] = [];
  lock.take();
  const turn = lock.holdSoon(() => read.push('awaited'));
  expect(read).toEqual([]);
  lock.release();
  // A tracer in a storm of calls takes it again at once.
  lock.holdIfFree(() => read.push('snatched'));
  await turn;
  lock.holdIfFree(() => read.push('free'));
  expect(read).toEqual(['awaited', 'free']);
});
