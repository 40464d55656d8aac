import type { Outcome } from '../../protocol/index.ts';
import type { TimedEvent } from '../timed-event.ts';

/** One program from its release to its end, on whatever kernel it runs. */
export interface Execution {
  /** The events in order; the last one is finished or faulted. */
  readonly events: AsyncIterable<TimedEvent>;
  /** Lets the program start. Never rejects: a failure is an event. */
  start(): Promise<void>;
  /** Ends the run with an outcome that the program did not bring about itself. */
  stop(outcome: Outcome): void;
  /** Ends whatever is left of the run, and resolves when nothing is. */
  gone(): Promise<void>;
}
