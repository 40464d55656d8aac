import { expect, it } from 'vitest';
import type { Admission } from '../../../../playground-server/run/queue/admission.ts';
import { FairQueue } from '../../../../playground-server/run/queue/fair-queue.ts';
import { UsedTime } from '../../../../playground-server/run/queue/used-time.ts';
import { admitted } from './admitted.ts';

const bounds = { slots: 1, waiting: 64, perClient: 16 };

/** A queue with its clock, and the runs that clients keep in it. */
function story() {
  let nowMs = 0;
  const queue = new FairQueue(bounds, () => nowMs);
  const open: Admission[] = [];
  return {
    comes: (client: string) => {
      const run = admitted(queue, client);
      open.push(run);
      return run;
    },
    /** Ends the run that has the slot after as long as its client's take, and tells the client. */
    ends: (durationsMs: Record<string, number>): string => {
      const at = open.findIndex(({ granted }) => granted);
      const [run] = open.splice(at, 1);
      nowMs += durationsMs[run!.client]!;
      run!.leave();
      return run!.client;
    },
  };
}

it('lets a client whose runs are short wait for one run, however many others have long ones', () => {
  const { comes, ends } = story();
  const durationsMs = { a: 310, b: 370, c: 430, d: 490, e: 550, reader: 30 };
  const others = ['a', 'b', 'c', 'd', 'e'];
  for (const client of [...others, ...others]) comes(client);
  // Before its first turn, nobody's runs are known to be long.
  for (const client of others) expect(comes(ends(durationsMs)).client).toBe(client);
  for (let round = 0; round < 20; round += 1) {
    const short = comes('reader');
    comes(ends(durationsMs));
    expect(short.granted).toBe(true);
    ends(durationsMs);
  }
});

it('gives clients whose runs take three times as long a third of the turns', () => {
  const { comes, ends } = story();
  for (const client of ['long', 'short', 'long', 'short']) comes(client);
  const ended = Array.from({ length: 400 }, () => {
    const client = ends({ long: 900, short: 300 });
    comes(client);
    return client;
  });
  expect(ended.filter((client) => client === 'long')).toHaveLength(100);
});

it.each([
  { flood: 'each with its first run', passing: 0 },
  { flood: 'most of which leave before their turn', passing: 100 },
])('lets no flood of addresses, $flood, starve a client that has had a run', ({ passing }) => {
  const { comes, ends } = story();
  const durationsMs = new Proxy<Record<string, number>>({}, { get: () => 400 });
  let addresses = 0;
  comes('reader');
  for (let waiting = 0; waiting < 10; waiting += 1) comes(`address-${addresses++}`);
  ends(durationsMs);
  const again = comes('reader');
  let turns = 0;
  for (; !again.granted && turns < 200; turns += 1) {
    for (let visit = 0; visit < passing; visit += 1) comes(`address-${addresses++}`).leave();
    ends(durationsMs);
    comes(`address-${addresses++}`);
  }
  // Four rounds until those who come begin later, and one of those who wait already.
  expect(turns).toBeLessThanOrEqual(5 * 11);
});

it('saves up no time for those who stay away', () => {
  const used = new UsedTime(() => false);
  for (let turn = 0; turn < 10; turn += 1) used.begin('busy');
  used.come('late');
  used.begin('late');
  expect(used.of('late') - used.of('busy')).toBe(0);
});

it('forgets clients that came long ago, so that no flood of addresses fills the memory', () => {
  const used = new UsedTime(() => false);
  used.begin('first');
  const own = used.of('first');
  for (let other = 0; other < 2000; other += 1) used.end(`other-${other}`, 500, Infinity);
  expect(own).toBeGreaterThan(0);
  expect(used.of('first')).toBe(0);
});
