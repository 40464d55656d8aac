import { expect, it } from 'vitest';
import { AioContexts } from '../../../../playground-server/tracer/hooks/aio-contexts.ts';
import { AioKernel, bytesOf } from './aio-kernel.ts';

function start(sizes: number[]) {
  const kernel = new AioKernel();
  const contexts = new AioContexts(bytesOf, kernel.look);
  const rings = sizes.map((events) => {
    contexts.expect(events, kernel.look);
    const ring = kernel.map(events);
    contexts.add(events);
    return ring;
  });
  contexts.identify(kernel.look);
  return { kernel, contexts, rings };
}

it('knows which context has ended by its ring, whatever its address', () => {
  const { kernel, contexts, rings } = start([1, 4000, 1, 60]);
  kernel.rings.reverse();
  kernel.unmap(rings[1]!);
  contexts.remove(kernel.look);
  expect(contexts.events).toBe(62);
  kernel.unmap(rings[3]!);
  contexts.remove(kernel.look);
  expect(contexts.events).toBe(2);
});

it('never looks when all contexts are of one size, and none ends', () => {
  const kernel = new AioKernel();
  const contexts = new AioContexts(bytesOf, kernel.look);
  const never = (): never => {
    throw new Error('it looked');
  };
  for (let i = 0; i < 4096; i++) {
    contexts.expect(1, never);
    contexts.add(1);
  }
  expect(contexts.events).toBe(4096);
});

it('takes no ring of a parent for one of its own', () => {
  const kernel = new AioKernel();
  const parents = kernel.map(500);
  const contexts = new AioContexts(bytesOf, kernel.look);
  kernel.map(500);
  contexts.add(500);
  contexts.identify(kernel.look);
  const small = kernel.map(1);
  contexts.add(1);
  contexts.identify(kernel.look);
  kernel.unmap(parents);
  kernel.unmap(small);
  contexts.remove(kernel.look);
  expect(contexts.events).toBe(500);
});

it('gives back the smallest of those whose rings the program has cut, moved in part or unmapped', () => {
  const { kernel, contexts, rings } = start([4000, 3000, 7]);
  const [big, , small] = rings as [number, number, number];
  kernel.unmap(big);
  kernel.unmap(small);
  contexts.remove(kernel.look);
  expect(contexts.events).toBe(7000);
  kernel.rings = kernel.rings.map((ring) => ({ ...ring, bytes: ring.bytes - 4096 }));
  contexts.remove(kernel.look);
  expect(contexts.events).toBe(4000);
});

it('does not take a ring in two pieces for a whole one, even where one is as long as it was', () => {
  const { kernel, contexts, rings } = start([10, 500]);
  kernel.rings.push({ inode: rings[0]!, offset: 4096, bytes: 4096 });
  kernel.unmap(rings[1]!);
  contexts.remove(kernel.look);
  expect(contexts.events).toBe(500);
});

it('knows no ring any more once one was hidden, for it could be taken for the next', () => {
  const kernel = new AioKernel();
  const contexts = new AioContexts(bytesOf, kernel.look);
  contexts.add(63);
  contexts.identify(() => []);
  const hidden = kernel.map(63);
  contexts.add(1);
  contexts.identify(kernel.look);
  // The one of 1 has ended, and the ring that was found last was the other's.
  expect(kernel.rings.map(({ inode }) => inode)).toEqual([hidden]);
  contexts.remove(kernel.look);
  expect(contexts.events).toBe(63);
});

it('gives back the smallest where more is mapped than anybody looks through', () => {
  const { kernel, contexts } = start([4000, 7, 300]);
  kernel.isTooMuch = true;
  for (const rest of [4300, 4000, 0]) {
    contexts.remove(kernel.look);
    expect(contexts.events).toBe(rest);
  }
});

it('takes nothing for its own that may have been there unseen', () => {
  const kernel = new AioKernel();
  kernel.isTooMuch = true;
  const contexts = new AioContexts(bytesOf, kernel.look);
  kernel.isTooMuch = false;
  // Its parent's rings, while its own are mapped beyond what is looked through.
  const parents = kernel.map(500);
  contexts.add(500);
  contexts.identify(kernel.look);
  kernel.map(1);
  contexts.add(1);
  contexts.identify(kernel.look);
  // It unmaps a parent's, and destroys its own context of 1.
  kernel.unmap(parents);
  contexts.remove(kernel.look);
  expect(contexts.events).toBe(500);
});
