import { expect, it } from 'vitest';
import type { Ring, UnstampedEvent } from '../../../playground-server/protocol/index.ts';
import { ringSteps } from '../../../site/playground/client/ring-steps.ts';
import { after } from './events.ts';
import { reaps, setsUp, submits } from './lives.ts';

type Call = [UnstampedEvent, UnstampedEvent];

const ringAt = (head: number, tail: number, ...iocbs: string[]): Ring => ({
  slots: 127,
  head,
  tail,
  unread: iocbs.map((obj, at) => ({ slot: head + at, data: '0x0', obj, res: '1' })),
});

/** The call, with the ring as it was at its end. */
const leaving = ([entry, exit]: Call, ring: Ring): Call => [
  entry,
  { ...exit, ring } as UnstampedEvent,
];

const steps = (...calls: Call[]) =>
  ringSteps(after(...calls.flat()).rows).map(({ inFlight, events, ring }) => ({
    at: [ring.head, ring.tail],
    inFlight,
    events: events.map(({ slot, iocb, isRead }) => [slot, iocb, isRead ? 'read' : 'unread']),
  }));

it('follows events from the kernel’s side of a ring to the reader’s', () => {
  expect(
    steps(
      leaving(setsUp(1), ringAt(0, 0)),
      leaving(submits(2, ['0xa', '0xb']), ringAt(0, 1, '0xa')),
      leaving(reaps(3, ['0xa']), ringAt(1, 1)),
    ),
  ).toEqual([
    { at: [0, 0], inFlight: 0, events: [] },
    { at: [0, 1], inFlight: 1, events: [[0, '0xa', 'unread']] },
    { at: [1, 1], inFlight: 1, events: [[0, '0xa', 'read']] },
  ]);
});

it('takes an event that came and was fetched within one call from what that stored', () => {
  expect(
    steps(
      leaving(setsUp(1), ringAt(0, 0)),
      leaving(submits(2, ['0xa']), ringAt(0, 0)),
      leaving(reaps(3, ['0xa']), ringAt(1, 1)),
    ).at(-1),
  ).toEqual({ at: [1, 1], inFlight: 0, events: [[0, '0xa', 'read']] });
});

it('sees what the program itself has read, without a call', () => {
  const [, , last] = steps(
    leaving(setsUp(1), ringAt(0, 0)),
    leaving(submits(2, ['0xa']), ringAt(0, 1, '0xa')),
    leaving(reaps(3, []), ringAt(1, 1)),
  );
  expect(last).toEqual({ at: [1, 1], inFlight: 0, events: [[0, '0xa', 'read']] });
});

it('has no step for a call without a ring, and begins anew with io_setup', () => {
  expect(
    steps(
      leaving(setsUp(1), ringAt(0, 0)),
      leaving(submits(2, ['0xa']), ringAt(0, 1, '0xa')),
      submits(3, ['0xb']),
      leaving(setsUp(4), ringAt(0, 0)),
    ).at(-1),
  ).toEqual({ at: [0, 0], inFlight: 0, events: [] });
});
