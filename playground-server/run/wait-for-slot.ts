import type { UnstampedEvent } from '../protocol/index.ts';
import type { Admission } from './fair-queue.ts';
import type { TimedEvent } from './trace-messages.ts';

/** An event that happens now. */
export const timed = (event: UnstampedEvent): TimedEvent => ({
  event,
  happenedNs: process.hrtime.bigint(),
});

/** The last event of a run that its reader, or the end of the server, cut short. */
export const cancelled: UnstampedEvent = { kind: 'finished', outcome: { kind: 'cancelled' } };

/** So often a reader is told the place: every step told to everybody is one write a run and waiter. */
const tellEveryMs = 200;

/** Tells the place in the queue as it changes; ends with the slot, or when `signal` gave the place up. */
export async function* waitForSlot(
  admission: Admission,
  signal: AbortSignal,
): AsyncGenerator<TimedEvent> {
  // A reader who leaves the queue must not hold a place in it.
  const leave = () => admission.leave();
  if (signal.aborted) leave();
  signal.addEventListener('abort', leave, { once: true });
  for await (const position of admission.positions()) {
    yield timed({ kind: 'queued', position });
    await within(tellEveryMs, admission.settled);
  }
  signal.removeEventListener('abort', leave);
}

/** Waits for `settled`, but no longer than so many milliseconds. */
async function within(ms: number, settled: Promise<void>): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  const timer = setTimeout(resolve, ms);
  void settled.then(resolve);
  await promise;
  clearTimeout(timer);
}
