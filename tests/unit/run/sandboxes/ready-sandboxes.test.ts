import { expect, it } from 'vitest';
import type { HeldSandbox } from '../../../../playground-server/run/sandboxes/held-sandbox.ts';
import { ReadySandboxes } from '../../../../playground-server/run/sandboxes/ready-sandboxes.ts';

/** Makes sandboxes that are numbers with an end, and remembers which were taken away. */
class Maker {
  readonly made: (HeldSandbox & { die(): void })[] = [];
  readonly freed: HeldSandbox[] = [];
  fails: Error | null = null;

  async hold(): Promise<HeldSandbox> {
    if (this.fails) throw this.fails;
    const { promise: gone, resolve: die } = Promise.withResolvers<void>();
    const held = { sandbox: { gone }, pid: this.made.length, die };
    this.made.push(held as unknown as HeldSandbox & { die(): void });
    return this.made.at(-1)!;
  }

  async free(held: HeldSandbox): Promise<void> {
    this.freed.push(held);
  }
}

function ready(wanted: number, maker = new Maker()) {
  const troubles: unknown[] = [];
  const sandboxes = new ReadySandboxes(maker, wanted, (error) => troubles.push(error));
  return { maker, sandboxes, troubles };
}

async function filled(wanted: number) {
  const all = ready(wanted);
  all.sandboxes.refill();
  await expect.poll(() => all.sandboxes.readyCount).toBe(wanted);
  return all;
}

it('makes as many as are wanted, and no more however often it is asked', async () => {
  const { maker, sandboxes } = await filled(2);
  sandboxes.refill();
  expect([sandboxes.size, maker.made.length]).toEqual([2, 2]);
});

it('gives each to one run, and makes one when none is left', async () => {
  const { maker, sandboxes } = await filled(1);
  const taken = [await sandboxes.take(false), await sandboxes.take(false)];
  expect(new Set(taken)).toEqual(new Set(maker.made));
  expect(maker.made).toHaveLength(2);
});

it('gives those that are being made to whoever comes first, and makes no more than lack then', async () => {
  const { maker, sandboxes } = ready(2);
  sandboxes.refill();
  const taken = await Promise.all([1, 2, 3].map(async () => sandboxes.take(false)));
  expect(maker.made).toHaveLength(3);
  expect(new Set(taken).size).toBe(3);
  expect(sandboxes.size).toBe(0);
});

it('makes another for a run that has waited for one that could not be made', async () => {
  const { maker, sandboxes, troubles } = ready(1);
  maker.fails = new Error('no room');
  sandboxes.refill();
  const taken = sandboxes.take(false);
  maker.fails = null;
  expect(await taken).toBe(maker.made[0]);
  expect(troubles).toHaveLength(1);
});

it('leaves those that are being made to a client that is not heavy', async () => {
  const { maker, sandboxes } = ready(1);
  sandboxes.refill();
  const heavy = await sandboxes.take(true);
  await expect.poll(() => sandboxes.readyCount).toBe(1);
  expect(maker.made[1]).toBe(heavy);
});

it('leaves the last that is ready to a client that is not heavy', async () => {
  const { maker, sandboxes } = await filled(2);
  const heavy = [await sandboxes.take(true), await sandboxes.take(true)];
  expect(maker.made).toEqual([await sandboxes.take(false), ...heavy]);
});

it('keeps one that comes back unused for the next run', async () => {
  const { maker, sandboxes } = await filled(1);
  const held = await sandboxes.take(false);
  sandboxes.giveBack(held);
  expect(await sandboxes.take(false)).toBe(held);
  expect([maker.made.length, maker.freed.length]).toEqual([1, 0]);
});

it('frees what comes back when enough stand ready', async () => {
  const { maker, sandboxes } = await filled(1);
  const held = await sandboxes.take(false);
  sandboxes.refill();
  await expect.poll(() => sandboxes.readyCount).toBe(1);
  sandboxes.giveBack(held);
  expect(maker.freed).toEqual([held]);
  expect(sandboxes.readyCount).toBe(1);
});

it('keeps none that was made before what it is made of has changed', async () => {
  const { maker, sandboxes } = await filled(2);
  const [out] = [await sandboxes.take(false)];
  await sandboxes.renew();
  await expect.poll(() => sandboxes.readyCount).toBe(2);
  expect(maker.freed).toHaveLength(1);
  const fresh = await sandboxes.take(false);
  sandboxes.giveBack(fresh);
  sandboxes.giveBack(out);
  expect(maker.freed).toContain(out);
  expect(maker.freed).not.toContain(fresh);
});

it('lets no run have one that died while it waited', async () => {
  const { maker, sandboxes } = await filled(1);
  maker.made[0]!.die();
  await expect.poll(() => maker.freed).toEqual([maker.made[0]]);
  expect(await sandboxes.take(false)).toBe(maker.made[1]);
});

it('reports that none can be made, lets the next run try, and goes on when it can', async () => {
  const { maker, sandboxes, troubles } = ready(1);
  maker.fails = new Error('no memory');
  sandboxes.refill();
  await expect.poll(() => troubles).toEqual([maker.fails]);
  await expect(sandboxes.take(false)).rejects.toThrow('no memory');
  maker.fails = null;
  sandboxes.refill();
  await expect.poll(() => sandboxes.readyCount).toBe(1);
});

it('reports when one that died cannot be removed', async () => {
  const { maker, sandboxes, troubles } = await filled(1);
  const stuck = new Error('a control group stays');
  maker.free = () => Promise.reject(stuck);
  maker.made[0]!.die();
  await expect.poll(() => troubles).toEqual([stuck]);
  expect(sandboxes.readyCount).toBe(0);
});

it('frees all when it is closed, what is being made and what comes back later too', async () => {
  const { maker, sandboxes } = await filled(2);
  const out = await sandboxes.take(false);
  sandboxes.refill();
  await sandboxes.close();
  sandboxes.giveBack(out);
  await expect.poll(() => maker.freed.length).toBe(3);
  expect(new Set(maker.freed)).toEqual(new Set(maker.made));
  expect(sandboxes.size).toBe(0);
});
