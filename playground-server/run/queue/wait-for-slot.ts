import type { UnstampedEvent } from '../../protocol/index.ts';
import type { Admission } from './fair-queue.ts';
import type { TimedEvent } from '../tracing/trace-messages.ts';

/** An event that happens now. */
export const timed = (event: UnstampedEvent): TimedEvent => ({
  event,
  happenedNs: process.hrtime.bigint(),
});

/** The last event of a run that was cut short by its reader or by the server's shutdown. */
export const cancelled: UnstampedEvent = { kind: 'finished', outcome: { kind: 'cancelled' } };

/** Reports each place in the queue; ends with the slot, or when `signal` gives up the place. */
export async function* waitForSlot(
  admission: Admission,
  signal: AbortSignal,
): AsyncGenerator<TimedEvent> {
  // A reader who leaves the queue must not hold a place in it.
  const leave = () => admission.leave();
  if (signal.aborted) leave();
  signal.addEventListener('abort', leave, { once: true });
  for await (const position of admission.positions()) yield timed({ kind: 'queued', position });
  signal.removeEventListener('abort', leave);
}
