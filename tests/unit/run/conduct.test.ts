import { expect, it } from 'vitest';
import type { UnstampedEvent } from '../../../playground-server/protocol/index.ts';
import { conductCheck } from '../../../playground-server/run/check-snippet.ts';
import { conduct, type Run } from '../../../playground-server/run/conduct.ts';
import type { Admission } from '../../../playground-server/run/queue/admission.ts';
import { FairQueue } from '../../../playground-server/run/queue/fair-queue.ts';
import { timed } from '../../../playground-server/run/timed-event.ts';
import { cancelled, environment, exited, limits } from '../http/fake-engine.ts';

const lost: UnstampedEvent = { kind: 'faulted', code: 'runner-lost', message: 'nobody is left' };

/** A run behind another that has the only slot. */
function waitingRun() {
  const queue = new FairQueue({ slots: 1, waiting: 1, perClient: 2 });
  const first = queue.admit('reader') as Admission;
  const leaving = new AbortController();
  const deserted = new AbortController();
  const admission = queue.admit('reader') as Admission;
  const run: Run = {
    admission,
    signal: leaving.signal,
    limits,
    environment,
    async *execute() {
      yield timed(exited);
    },
    hopeless: { signal: deserted.signal, last: lost },
  };
  const events = Array.fromAsync(conduct(run), ({ event }) => event);
  return { queue, first, leaving, deserted, events };
}

const kinds = (events: UnstampedEvent[]) => events.map(({ kind }) => kind);

it('executes a run when it has its slot, and gives the slot back with the last event', async () => {
  const { queue, first, events } = waitingRun();
  first.leave();
  expect(await events).toMatchObject([{ kind: 'accepted', limits, environment }, exited]);
  expect(queue.occupancy()).toEqual({ running: 0, waiting: 0 });
});

it('executes nothing for a reader who left the queue', async () => {
  const { queue, first, leaving, events } = waitingRun();
  leaving.abort();
  expect((await events).at(-1)).toEqual(cancelled);
  expect(queue.occupancy()).toEqual({ running: 1, waiting: 0 });
  first.leave();
});

it('tells a reader for whom waiting has become useless why, and executes nothing', async () => {
  const { queue, deserted, events } = waitingRun();
  deserted.abort();
  expect(kinds(await events)).not.toContain('finished');
  expect((await events).at(-1)).toEqual(lost);
  expect(queue.occupancy()).toEqual({ running: 1, waiting: 0 });
});

it('tells a run that it made room in a full queue, and executes nothing', async () => {
  const queue = new FairQueue({ slots: 1, waiting: 2, perClient: 3 });
  const [, , newest] = [1, 2, 3].map(() => queue.admit('greedy') as Admission);
  const { signal } = new AbortController();
  const execute = () => Promise.reject(new Error('it must not run'));
  const check = conductCheck(newest as Admission, signal, execute);
  const run: Run = { admission: newest as Admission, signal, limits, environment, execute: never };
  const events = Array.fromAsync(conduct(run), ({ event }) => event);
  queue.admit('newcomer');
  expect((await events).at(-1)).toEqual({ kind: 'finished', outcome: { kind: 'crowded-out' } });
  expect(await check).toEqual({ kind: 'crowded-out' });
  expect(queue.occupancy()).toEqual({ running: 1, waiting: 2 });
});

async function* never(): AsyncGenerator<never> {
  throw new Error('it must not run');
}

it('gives back the slot of a check that fails', async () => {
  const queue = new FairQueue({ slots: 1, waiting: 1, perClient: 2 });
  const check = conductCheck(queue.admit('a') as Admission, new AbortController().signal, () =>
    Promise.reject(new Error('it broke')),
  );
  await expect(check).rejects.toThrow('it broke');
  expect(queue.occupancy()).toEqual({ running: 0, waiting: 0 });
});
