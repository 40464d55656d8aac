import type { TraceEvent, TraceListener } from '../../tracer/trace-event.ts';
import type { ReadingLock } from './reading-lock.ts';

/** Output written before such an event precedes it on the tape. */
const outputFirst: ReadonlySet<TraceEvent['kind']> = new Set(['entry', 'signal', 'ended']);

/**
 * Has the end of a call told only when the program runs again, which need not wait while results
 * are decoded. Everything else is told at once: what is done after a call has begun would count as
 * time of the call. Until all is told, the main thread must not read the output, part of which may
 * be younger.
 *
 * @param readOutput passes on what the program has written so far
 * @param tell `happenedNs` is the monotonic clock when the event was recorded
 */
export function tellLater(
  output: ReadingLock,
  readOutput: () => void,
  tell: (event: TraceEvent, happenedNs: bigint) => void,
): TraceListener {
  const recorded: { event: TraceEvent; happenedNs: bigint }[] = [];
  const catchUp = (): void => {
    if (recorded.length === 0) return;
    try {
      for (const { event, happenedNs } of recorded.splice(0)) tell(event, happenedNs);
    } finally {
      output.release();
    }
  };
  return {
    record(event) {
      if (recorded.length === 0) output.take();
      if (outputFirst.has(event.kind)) readOutput();
      recorded.push({ event, happenedNs: process.hrtime.bigint() });
      if (event.kind !== 'exit') catchUp();
    },
    catchUp,
  };
}
