import type { UnstampedEvent } from '../protocol/index.ts';

/** An event with its time on the clock of process.hrtime, which all threads share. */
export interface TimedEvent {
  event: UnstampedEvent;
  happenedNs: bigint;
}

/** An event that happens now. */
export const timed = (event: UnstampedEvent): TimedEvent => ({
  event,
  happenedNs: process.hrtime.bigint(),
});

/** The last event of a run that lost its place in a full queue to a client with none. */
export const crowdedOut: UnstampedEvent = {
  kind: 'finished',
  outcome: { kind: 'crowded-out' },
};

/** The last event of a run that was cut short by its reader or by the server's shutdown. */
export const cancelled: UnstampedEvent = { kind: 'finished', outcome: { kind: 'cancelled' } };
