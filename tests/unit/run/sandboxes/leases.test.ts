import { expect, it } from 'vitest';
import { Leases } from '../../../../playground-server/run/sandboxes/leases.ts';

const ids = (count: number) =>
  Array.from({ length: count }, (_, at) => ({ uid: 100 + at, gid: 100 + at }));

it('never lends one identity to two sandboxes at once', () => {
  const leases = new Leases(ids(2));
  const [a, b] = [leases.take(), leases.take()];
  expect(new Set([a?.identity?.uid, b?.identity?.uid])).toEqual(new Set([100, 101]));
  expect(leases.take()).toBeNull();
});

it('lets a run wait for a lease, and hands over the one that comes back', async () => {
  const leases = new Leases(ids(1));
  const first = await leases.acquire();
  const waiting = leases.acquire();
  leases.release(first);
  expect(await waiting).toBe(first);
  expect(leases.out).toBe(1);
});

it('lends the identity again that has been free for longest', () => {
  const leases = new Leases(ids(3));
  const [first, second] = [leases.take()!, leases.take()!];
  leases.release(second);
  leases.release(first);
  expect([leases.take(), leases.take(), leases.take()].map((each) => each?.identity?.uid)).toEqual([
    102, 101, 100,
  ]);
});

it('takes none back twice: two sandboxes would share it', async () => {
  const leases = new Leases(ids(1));
  const lease = await leases.acquire();
  leases.release(lease);
  expect(() => leases.release(lease)).toThrow('not out');
  expect([leases.take(), leases.take()]).toEqual([lease, null]);
});

it('is whole only once the last lease has come back', async () => {
  const leases = new Leases(ids(2));
  const out = [leases.take()!, leases.take()!];
  let free = false;
  const done = leases.allFree().then(() => (free = true));
  leases.release(out[0]!);
  await Promise.resolve();
  expect(free).toBe(false);
  leases.release(out[1]!);
  await done;
  expect(leases.out).toBe(0);
});
