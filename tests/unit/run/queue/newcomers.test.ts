import { describe, expect, it } from 'vitest';
import type { Admission } from '../../../../playground-server/run/queue/admission.ts';
import { FairQueue } from '../../../../playground-server/run/queue/fair-queue.ts';
import { admitted, isAdmission } from './admitted.ts';

describe('the last free slot', () => {
  const four = { slots: 4, waiting: 16, perClient: 16 };
  const granted = (all: readonly Admission[]) => all.filter((one) => one.granted).length;

  it('is for a client that has none, once others have come', () => {
    const queue = new FairQueue(four);
    admitted(queue, 'reader').leave();
    const flood = Array.from({ length: 16 }, () => admitted(queue, 'flood'));
    expect(granted(flood)).toBe(3);
    expect(admitted(queue, 'reader').granted).toBe(true);
  });

  it('is kept free between the runs of those who come again', () => {
    const queue = new FairQueue(four);
    admitted(queue, 'reader').leave();
    const flood = Array.from({ length: 16 }, () => admitted(queue, 'flood'));
    for (const each of flood.slice(0, 12)) {
      const next = admitted(queue, 'reader');
      expect(next.granted).toBe(true);
      next.leave();
      each.leave();
      expect(granted(flood)).toBe(3);
    }
  });

  it('is anybody’s where one client is alone, or has been for a minute', () => {
    let nowMs = 0;
    const queue = new FairQueue(four, () => nowMs);
    expect(granted([1, 2, 3, 4].map(() => admitted(queue, 'a')))).toBe(4);
    const other = new FairQueue(four, () => nowMs);
    admitted(other, 'b').leave();
    const first = [1, 2, 3, 4].map(() => admitted(other, 'a'));
    expect(granted(first)).toBe(3);
    nowMs = 60_001;
    admitted(other, 'a');
    expect(granted(first)).toBe(4);
  });

  it('lets no client wait beyond the bound for what it may not have', () => {
    const queue = new FairQueue({ slots: 2, waiting: 1, perClient: 16 });
    admitted(queue, 'reader').leave();
    expect([1, 2].map(() => admitted(queue, 'flood').granted)).toEqual([true, false]);
    expect(queue.admit('flood')).toMatchObject({ rejected: 'queue-full' });
  });
});

describe('a newcomer', () => {
  const small = { slots: 1, waiting: 4, perClient: 9 };

  it('gets the place of the newest waiting run of the client with most of them', async () => {
    const queue = new FairQueue(small);
    admitted(queue, 'x');
    const modest = admitted(queue, 'modest');
    const [first, second, newest] = [1, 2, 3].map(() => admitted(queue, 'greedy'));
    const newcomer = admitted(queue, 'newcomer');
    expect([modest, first, second, newest].map((one) => one?.crowdedOut)).toEqual([
      false,
      false,
      false,
      true,
    ]);
    expect(await Array.fromAsync(newest?.positions() ?? [])).toEqual([]);
    expect(queue.occupancy()).toEqual({ running: 1, waiting: 4 });
    newest?.leave();
    expect(queue.occupancy()).toEqual({ running: 1, waiting: 4 });
    expect(newcomer.crowdedOut).toBe(false);
  });

  it('finds a place behind five clients that fill the queue', () => {
    const queue = new FairQueue({ slots: 4, waiting: 64, perClient: 16 });
    for (let i = 0; i < 80; i += 1) queue.admit(`attacker-${i % 5}`);
    expect(queue.occupancy().waiting).toBe(64);
    expect(isAdmission(queue.admit('reader'))).toBe(true);
  });

  it('is refused where nobody has more than it asks for', () => {
    const queue = new FairQueue(small);
    for (let i = 0; i < 5; i += 1) admitted(queue, `client-${i}`);
    expect(queue.admit('newcomer')).toMatchObject({ rejected: 'queue-full', waiting: 4 });
  });

  it('is one only until it has a run: nobody gains by it what others have', () => {
    const queue = new FairQueue(small);
    for (let i = 0; i < 5; i += 1) admitted(queue, 'greedy');
    admitted(queue, 'newcomer');
    expect(queue.admit('newcomer')).toMatchObject({ rejected: 'queue-full' });
  });
});
