import { describe, expect, it, vi } from 'vitest';
import type { Admission } from '../../../../playground-server/run/queue/admission.ts';
import { FairQueue } from '../../../../playground-server/run/queue/fair-queue.ts';
import { RecentClients } from '../../../../playground-server/run/queue/recent-clients.ts';
import { admitted } from './admitted.ts';

const five = (at: number) => `address-${at % 5}`;

/** Addresses that keep a queue full with runs of 300 ms, and whoever else comes. */
function flood(slots: number, addressOf = five) {
  let nowMs = 0;
  const queue = new FairQueue({ slots, waiting: 64, perClient: 16 }, () => nowMs);
  const runs: Admission[] = [];
  const addresses = Array.from({ length: 20 }, (_, at) => addressOf(at));
  const begin = () => runs.push(...addresses.map((address) => admitted(queue, address)));
  const running = () => runs.filter(({ granted }) => granted).length;
  const step = () => {
    nowMs += 300 / Math.max(1, running());
    const at = runs.findIndex(({ granted }) => granted);
    const [ended] = runs.splice(at, 1);
    ended!.leave();
    runs.push(admitted(queue, ended!.client));
  };
  const steps = (count: number) => {
    for (let turn = 0; turn < count; turn += 1) step();
  };
  return { queue, begin, running, steps, wait: (ms: number) => (nowMs += ms) };
}

describe('one slot', () => {
  it('is kept free for who has used little, beside addresses that hold all the others', () => {
    const { queue, begin, running, steps } = flood(4);
    admitted(queue, 'reader').leave();
    begin();
    steps(40);
    expect(running()).toBe(3);
    for (let turn = 0; turn < 8; turn += 1) {
      const run = admitted(queue, 'reader');
      expect(run.granted).toBe(true);
      steps(1);
      run.leave();
      steps(2);
    }
  });

  it('is kept free for nobody where all use as much', () => {
    const { begin, running, steps } = flood(4);
    begin();
    steps(40);
    expect(running()).toBe(4);
  });

  it('is kept free for a minute after a visit', () => {
    const { queue, begin, running, steps, wait } = flood(4);
    admitted(queue, 'reader').leave();
    begin();
    steps(40);
    wait(60_000);
    steps(8);
    expect(running()).toBe(4);
  });

  it('is not kept free of two, which would be half of all', () => {
    const { queue, begin, running, steps } = flood(2);
    admitted(queue, 'reader').leave();
    begin();
    steps(40);
    expect(running()).toBe(2);
  });

  it('is granted once who waits for it has used little of late, though nobody comes or leaves', () => {
    vi.useFakeTimers();
    try {
      const queue = new FairQueue({ slots: 3, waiting: 8, perClient: 8 }, () => Date.now());
      admitted(queue, 'visitor').leave();
      const long = admitted(queue, 'reader');
      vi.advanceTimersByTime(3000);
      long.leave();
      admitted(queue, 'a');
      admitted(queue, 'b');
      const again = admitted(queue, 'reader');
      expect(again.granted).toBe(false);
      vi.advanceTimersByTime(5000);
      expect(again.granted).toBe(true);
      expect(vi.getTimerCount()).toBe(0);
    } finally {
      vi.useRealTimers();
    }
  });
});

describe('a client that has held slots most of the time', () => {
  const heavyIn = (visitors: string[]) => {
    const { queue, begin, steps } = flood(4);
    for (const visitor of visitors) admitted(queue, visitor).leave();
    begin();
    steps(40);
    return (client: string) => admitted(queue, client).isHeavy;
  };

  it('is heavy beside one that has not', () => {
    const isHeavy = heavyIn(['reader']);
    expect(isHeavy('address-0')).toBe(true);
    expect(isHeavy('reader')).toBe(false);
  });

  it('is not where all others have held them as long', () => {
    expect(heavyIn([])('address-0')).toBe(false);
  });
});

describe('networks of one site', () => {
  it('are as heavy together as one client, however little each of them has held', () => {
    const { queue, begin, steps } = flood(4, (at) => `2001:db8:1:${at}::/64`);
    const reader = admitted(queue, 'reader');
    begin();
    steps(2);
    reader.leave();
    steps(40);
    expect(admitted(queue, 'reader').isHeavy).toBe(false);
    expect(admitted(queue, '2001:db8:1:99::/64').isHeavy).toBe(true);
  });
});

describe('recent clients', () => {
  it('are known by the slots that they hold on average', () => {
    const recent = new RecentClients();
    recent.come('half', 0);
    for (let nowMs = 0; nowMs < 60_000; nowMs += 1000) recent.used('half', 500, nowMs);
    expect(recent.slotsOf('half', 59_500)).toBeCloseTo(0.5, 1);
    expect(recent.slotsOf('half', 90_000)).toBeLessThan(0.01);
    expect(recent.slotsOf('unknown', 0)).toBe(0);
  });

  it('are forgotten when many have come after them', () => {
    const recent = new RecentClients();
    recent.come('first', 0);
    recent.used('first', 500, 0);
    for (let other = 0; other < 100; other += 1) recent.come(`other-${other}`, 1);
    expect(recent.slotsOf('first', 1)).toBe(0);
    expect([...recent.othersSince('other-1', 0)]).not.toContain('first');
  });
});
