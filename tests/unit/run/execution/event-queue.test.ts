import { expect, it } from 'vitest';
import { EventQueue } from '../../../../playground-server/run/execution/event-queue.ts';

it('delivers in the order of pushing, also what was pushed before anybody listened', async () => {
  const queue = new EventQueue<number>();
  queue.push(1);
  queue.push(2);
  const seen = Array.fromAsync(queue);
  queue.push(3);
  queue.close();
  expect(await seen).toEqual([1, 2, 3]);
});

it('delivers what is pushed while a listener is at work on an earlier event', async () => {
  const queue = new EventQueue<number>();
  queue.push(1);
  const seen: number[] = [];
  for await (const item of queue) {
    seen.push(item);
    if (item < 4) queue.push(item + 1);
    else queue.close();
  }
  expect(seen).toEqual([1, 2, 3, 4]);
});

it('takes nothing after it was closed', async () => {
  const queue = new EventQueue<number>();
  queue.close();
  queue.push(1);
  expect(await Array.fromAsync(queue)).toEqual([]);
});
