import { describe, expect, it } from 'vitest';
import type { Admission } from '../../../../playground-server/run/queue/admission.ts';
import { FairQueue } from '../../../../playground-server/run/queue/fair-queue.ts';
import { admitted, isAdmission } from './admitted.ts';

const bounds = { slots: 1, waiting: 8, perClient: 8 };

/** Frees slots until the queue is empty; gives the names in the order in which they were granted. */
function grantOrder(all: Map<string, Admission>): string[] {
  const order: string[] = [];
  const open = new Map(all);
  while (open.size > 0) {
    const granted = [...open].filter(([, admission]) => admission.granted);
    if (granted.length === 0) throw new Error('nobody holds a slot, and somebody waits');
    for (const [name, admission] of granted) {
      order.push(name);
      open.delete(name);
      admission.leave();
    }
  }
  return order;
}

describe('slots', () => {
  it('are granted at once while one is free', () => {
    const queue = new FairQueue({ ...bounds, slots: 2 });
    expect(admitted(queue, 'a').granted).toBe(true);
    expect(admitted(queue, 'b').granted).toBe(true);
    expect(admitted(queue, 'c').granted).toBe(false);
    expect(queue.occupancy()).toEqual({ running: 2, waiting: 1 });
  });

  it('go to the next in line when a run leaves', () => {
    const queue = new FairQueue(bounds);
    const first = admitted(queue, 'a');
    const second = admitted(queue, 'b');
    first.leave();
    expect(second.granted).toBe(true);
    expect(first.granted).toBe(false);
  });

  it('are given back once, however often a run leaves', () => {
    const queue = new FairQueue(bounds);
    const first = admitted(queue, 'a');
    const second = admitted(queue, 'b');
    const third = admitted(queue, 'c');
    first.leave();
    first.leave();
    expect([second.granted, third.granted]).toEqual([true, false]);
    expect(queue.occupancy()).toEqual({ running: 1, waiting: 1 });
  });
});

it('holds the runs of several kernels to the same slots, and tells them apart', () => {
  const queue = new FairQueue({ ...bounds, slots: 2 });
  queue.admit('a', '6.1');
  queue.admit('b', '7.2');
  queue.admit('c', '7.2');
  expect(queue.occupancy()).toEqual({ running: 2, waiting: 1 });
  expect(queue.occupancy('6.1')).toEqual({ running: 1, waiting: 0 });
  expect(queue.occupancy('7.2')).toEqual({ running: 1, waiting: 1 });
  expect(queue.occupancy('5.10')).toEqual({ running: 0, waiting: 0 });
});

describe('fairness', () => {
  it('gives a newcomer its turn after the run that a client who floods the queue has now', () => {
    const queue = new FairQueue(bounds);
    const all = new Map<string, Admission>();
    for (let i = 1; i <= 5; i += 1) all.set(`flood-${i}`, admitted(queue, 'flood'));
    all.set('b', admitted(queue, 'b'));
    all.set('c', admitted(queue, 'c'));
    expect(grantOrder(all)).toEqual([
      'flood-1',
      'b',
      'c',
      'flood-2',
      'flood-3',
      'flood-4',
      'flood-5',
    ]);
  });

  it('keeps the order within one client', () => {
    const queue = new FairQueue(bounds);
    const names = ['1', '2', '3', '4'];
    const all = new Map(names.map((name) => [name, admitted(queue, 'a')]));
    expect(grantOrder(all)).toEqual(names);
  });

  it('leaves a client its turn when it gives up one of its waiting runs', () => {
    const queue = new FairQueue(bounds);
    const all = new Map([['x', admitted(queue, 'x')]]);
    const givenUp = admitted(queue, 'a');
    all.set('a', admitted(queue, 'a'));
    all.set('b', admitted(queue, 'b'));
    givenUp.leave();
    expect(grantOrder(all)).toEqual(['x', 'a', 'b']);
  });
});

describe('bounds', () => {
  it('refuse a run when as many wait as may wait, and say when to come back', () => {
    const queue = new FairQueue({ slots: 2, waiting: 4, perClient: 9 });
    for (let i = 0; i < 6; i += 1) admitted(queue, `client-${i}`);
    expect(queue.admit('late')).toMatchObject({ rejected: 'queue-full', retryAfterSeconds: 2 });
  });

  it('count waiting and running runs of one client together', () => {
    const queue = new FairQueue({ slots: 1, waiting: 9, perClient: 2 });
    const first = admitted(queue, 'a');
    admitted(queue, 'a');
    expect(queue.admit('a')).toEqual({ rejected: 'too-many-runs', retryAfterSeconds: 2 });
    expect(isAdmission(queue.admit('b'))).toBe(true);
    first.leave();
    expect(isAdmission(queue.admit('a'))).toBe(true);
  });

  it('let nobody wait when none may', () => {
    const queue = new FairQueue({ slots: 1, waiting: 0, perClient: 9 });
    admitted(queue, 'a');
    expect(queue.admit('b')).toMatchObject({ rejected: 'queue-full' });
  });

  it('never ask for more than a minute of patience', () => {
    const queue = new FairQueue({ slots: 1, waiting: 100, perClient: 200 });
    for (let i = 0; i < 101; i += 1) admitted(queue, 'a');
    expect(queue.admit('a')).toMatchObject({ rejected: 'queue-full', retryAfterSeconds: 60 });
  });
});

it('takes little of the server’s time where hundreds wait', () => {
  const queue = new FairQueue({ slots: 4, waiting: 500, perClient: 8 });
  for (let i = 0; i < 500; i += 1) admitted(queue, `client-${i}`);
  const takenMs = Array.from({ length: 20 }, (_, i) => {
    const startMs = performance.now();
    admitted(queue, `passing-${i}`).leave();
    return performance.now() - startMs;
  });
  // The quickest: other programs may have had the processor in between.
  expect(Math.min(...takenMs)).toBeLessThan(10);
});

describe('positions', () => {
  const collect = async (admission: Admission, seen: number[]) => {
    for await (const position of admission.positions()) seen.push(position);
  };
  /** Lets every woken waiter run: they need a few microtasks, and no time. */
  const settle = () => new Promise((resolve) => setImmediate(resolve));

  it('are none for a run that has its slot', async () => {
    const seen: number[] = [];
    await collect(admitted(new FairQueue(bounds), 'a'), seen);
    expect(seen).toEqual([]);
  });

  it('count down to 1, each told once, and end with the slot', async () => {
    const queue = new FairQueue(bounds);
    const ahead = ['a', 'b', 'c'].map((client) => admitted(queue, client));
    const seen: number[] = [];
    const last = admitted(queue, 'd');
    const told = collect(last, seen);
    for (const admission of ahead) {
      await settle();
      admission.leave();
    }
    await told;
    expect(seen).toEqual([3, 2, 1]);
    expect(last.granted).toBe(true);
  });

  it('are the number of grants that it takes', () => {
    const queue = new FairQueue(bounds);
    const clients = ['x', 'a', 'a', 'b', 'a', 'b', 'c'];
    const all = new Map(clients.map((client, i) => [`${client}${i}`, admitted(queue, client)]));
    expect(grantOrder(all)).toEqual(['x0', 'a1', 'b3', 'c6', 'a2', 'b5', 'a4']);
  });

  it('agree with the order of turns', async () => {
    const queue = new FairQueue(bounds);
    const clients = ['x', 'a', 'a', 'b', 'a', 'b', 'c'];
    const all = clients.map((client) => admitted(queue, client));
    const first = await Promise.all(
      all.map(async (admission) => {
        for await (const position of admission.positions()) return position;
        return 0;
      }),
    );
    expect(first).toEqual([0, 1, 4, 2, 6, 5, 3]);
  });

  it('grow, honestly, when a client comes whose turn is earlier', async () => {
    const queue = new FairQueue(bounds);
    admitted(queue, 'x');
    admitted(queue, 'a');
    const second = admitted(queue, 'a');
    const seen: number[] = [];
    const told = collect(second, seen);
    await settle();
    admitted(queue, 'b');
    await settle();
    second.leave();
    await told;
    expect(seen).toEqual([2, 3]);
  });

  it('end when the run gives up its place', async () => {
    const queue = new FairQueue(bounds);
    admitted(queue, 'a');
    const waiting = admitted(queue, 'b');
    const seen: number[] = [];
    const told = collect(waiting, seen);
    await settle();
    waiting.leave();
    await told;
    expect(seen).toEqual([1]);
    expect(waiting.granted).toBe(false);
    expect(queue.occupancy()).toEqual({ running: 1, waiting: 0 });
  });

  it('skip what a slow listener missed', async () => {
    const queue = new FairQueue(bounds);
    const ahead = ['a', 'b', 'c'].map((client) => admitted(queue, client));
    const positions = admitted(queue, 'd').positions()[Symbol.asyncIterator]();
    expect(await positions.next()).toEqual({ value: 3, done: false });
    ahead[0]?.leave();
    ahead[1]?.leave();
    expect(await positions.next()).toEqual({ value: 1, done: false });
  });
});

describe('closing', () => {
  it('refuses newcomers, keeps the places of those inside, and ends when all have left', async () => {
    const queue = new FairQueue(bounds);
    const first = admitted(queue, 'a');
    const second = admitted(queue, 'b');
    let closed = false;
    const closing = queue.close().then(() => (closed = true));
    expect(queue.admit('c')).toEqual({ rejected: 'shutting-down', retryAfterSeconds: 10 });
    first.leave();
    expect(second.granted).toBe(true);
    await Promise.resolve();
    expect(closed).toBe(false);
    second.leave();
    await closing;
    expect(closed).toBe(true);
  });

  it('is immediate when nobody is inside', async () => {
    await expect(new FairQueue(bounds).close()).resolves.toBeUndefined();
  });
});
