import { expect, it } from 'vitest';
import type { RunEvent, UnstampedEvent } from '../../../playground-server/protocol/index.ts';
import { settledTape } from '../../../scripts/record/settled-tape.ts';
import { stamped } from '../client/events.ts';

const exited = (status: number): RunEvent[] =>
  stamped([{ kind: 'finished', outcome: { kind: 'exited', status } }]);
const digest = (events: readonly RunEvent[]) => JSON.stringify(events.at(-1));

/** Plays these tapes one after the other, and notes how many. */
function player(...tapes: RunEvent[][]) {
  let plays = 0;
  const play = () => Promise.resolve(tapes[plays++ % tapes.length]!);
  return { settle: () => settledTape(play, digest, digest(exited(0))), plays: () => plays };
}

it('a tape that says what the one beside the example says is taken at once', async () => {
  const { settle, plays } = player(exited(0));
  expect((await settle())?.events).toEqual(exited(0));
  expect(plays()).toBe(1);
});

it('one that says something else is taken when it says that twice', async () => {
  const { settle, plays } = player(exited(1));
  expect((await settle())?.digest).toBe(digest(exited(1)));
  expect(plays()).toBe(2);
});

it('what a kernel does only now and then is no difference', async () => {
  const { settle } = player(exited(1), exited(0));
  expect((await settle())?.digest).toBe(digest(exited(0)));
});

it('what is different each time is not taken', async () => {
  const { settle } = player(...[1, 2, 3, 4, 5, 6, 7].map(exited));
  expect(await settle()).toBeNull();
});

it.each<UnstampedEvent>([
  { kind: 'faulted', code: 'sandbox-failed', message: 'The sandbox ended.' },
  { kind: 'finished', outcome: { kind: 'limit-exceeded', limit: 'wall-time' } },
])('a run that ends so says nothing about its kernel: $kind', async (end) => {
  await expect(player(stamped([end])).settle()).rejects.toThrow(/^the run /);
});
