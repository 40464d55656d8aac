import { describe, expect, it } from 'vitest';
import type { Admission } from '../../../../playground-server/run/queue/admission.ts';
import { FairQueue } from '../../../../playground-server/run/queue/fair-queue.ts';
import { admitted, isAdmission } from './admitted.ts';

/** A small linear congruential generator (Numerical Recipes): the same seed gives the same story. */
function seeded(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

const holds = (all: readonly Admission[], client: string): boolean =>
  all.some((one) => one.granted && one.client === client);

describe('any story of comings and goings', () => {
  it.each(Array.from({ length: 200 }, (_, seed) => seed))(
    'never grants more than the slots, wastes none, and serves everybody (seed %i)',
    (seed) => {
      const random = seeded(seed);
      const story = { slots: 1 + random(4), waiting: random(12), perClient: 1 + random(6) };
      const queue = new FairQueue(story);
      let open: Admission[] = [];
      for (let step = 0; step < 300; step += 1) {
        const answer = random(5) < 3 ? queue.admit(`client-${random(5)}`) : null;
        if (answer && isAdmission(answer)) open.push(answer);
        if (!answer && open.length > 0) open.splice(random(open.length), 1)[0]?.leave();
        open = open.filter((admission) => !admission.crowdedOut);
        const granted = open.filter((admission) => admission.granted).length;
        const all = Math.min(story.slots, open.length);
        // At most one slot is kept free, and only from those who have one.
        const mayTakeIt = open.some(({ client, granted: has }) => !has && !holds(open, client));
        expect(granted).toBeGreaterThanOrEqual(mayTakeIt ? all : all - 1);
        expect(granted).toBeLessThanOrEqual(all);
        expect(queue.occupancy()).toEqual({ running: granted, waiting: open.length - granted });
        expect(open.length - granted).toBeLessThanOrEqual(story.waiting);
      }
      while (open.length > 0) {
        const holder = open.find((admission) => admission.granted);
        expect(holder).toBeDefined();
        holder?.leave();
        open = open.filter((admission) => admission !== holder);
      }
      expect(queue.occupancy()).toEqual({ running: 0, waiting: 0 });
    },
  );

  it.each(Array.from({ length: 50 }, (_, seed) => seed))(
    'starves nobody: a first run waits at most one turn of each other client (seed %i)',
    (seed) => {
      const random = seeded(seed);
      const clients = 2 + random(5);
      const queue = new FairQueue({ slots: 1, waiting: 1000, perClient: 1000 });
      const flood = Array.from({ length: 200 }, () => admitted(queue, `client-${random(clients)}`));
      const newcomer = admitted(queue, 'newcomer');
      let grants = 0;
      while (!newcomer.granted) {
        const holder = flood.find((admission) => admission.granted);
        const client = `client-${random(clients)}`;
        flood.push(admitted(queue, client));
        holder?.leave();
        grants += 1;
      }
      expect(grants).toBeLessThanOrEqual(clients + 1);
    },
  );
});
