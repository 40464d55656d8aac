import { timed, type TimedEvent } from '../timed-event.ts';
import type { Admission } from './admission.ts';

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
