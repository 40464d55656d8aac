import { randomUUID } from 'node:crypto';
import type { Environment, Limits, UnstampedEvent } from '../protocol/index.ts';
import type { Admission } from './queue/admission.ts';
import { waitForSlot } from './queue/wait-for-slot.ts';
import { cancelled, crowdedOut, timed, type TimedEvent } from './timed-event.ts';

/** A run at any engine. */
export interface Run {
  admission: Admission;
  signal: AbortSignal;
  limits: Limits;
  environment: Environment;
  /** What the run does with its slot. */
  execute(): AsyncGenerator<TimedEvent>;
  /** when waiting has become useless, and what the reader is told of it */
  hopeless?: { signal: AbortSignal; last: UnstampedEvent };
}

/** The life of one run at any engine. The slot is given back with the last event. */
export async function* conduct(run: Run): AsyncGenerator<TimedEvent> {
  const { admission, signal, limits, environment, hopeless } = run;
  const patience = hopeless ? AbortSignal.any([signal, hopeless.signal]) : signal;
  try {
    yield timed({ kind: 'accepted', runId: randomUUID(), limits, environment });
    yield* waitForSlot(admission, patience);
    if (signal.aborted) yield timed(cancelled);
    else if (admission.crowdedOut) yield timed(crowdedOut);
    else if (hopeless && !admission.granted) yield timed(hopeless.last);
    else yield* run.execute();
  } finally {
    admission.leave();
  }
}
