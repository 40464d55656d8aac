import { expect, it } from 'vitest';
import { LanePool } from '../../../../playground-server/run/sandboxes/lane-pool.ts';

const identityOf = (lane: number) => ({ uid: 100 + lane, gid: 100 + lane });

it('never gives one identity to two runs at once', async () => {
  const pool = new LanePool(2, identityOf);
  const [a, b] = [await pool.acquire(), await pool.acquire()];
  expect(new Set([a.identity?.uid, b.identity?.uid])).toEqual(new Set([100, 101]));
});

it('lets a run wait for a lane, and hands over the one that is released', async () => {
  const pool = new LanePool(1, identityOf);
  const first = await pool.acquire();
  const waiting = pool.acquire();
  pool.release(first);
  expect(await waiting).toBe(first);
  expect(pool.busy).toBe(1);
});

it('is free only once the last lane has come back', async () => {
  const pool = new LanePool(2, identityOf);
  const lanes = [await pool.acquire(), await pool.acquire()];
  let free = false;
  const done = pool.allFree().then(() => (free = true));
  pool.release(lanes[0]!);
  await Promise.resolve();
  expect(free).toBe(false);
  pool.release(lanes[1]!);
  await done;
  expect(pool.busy).toBe(0);
});
