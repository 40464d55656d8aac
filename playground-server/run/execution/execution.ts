import type { Outcome } from '../../protocol/index.ts';
import type { TimedEvent } from '../tracing/trace-messages.ts';

/** One program from its release to its end, on whatever kernel it runs. */
export interface Execution {
  /** What happens, in order; the last one is finished or faulted. */
  readonly events: AsyncIterable<TimedEvent>;
  /** Lets the program go. Never rejects: what goes wrong is an event. */
  start(): Promise<void>;
  /** Ends the run with an outcome that is not the program's own doing. */
  stop(outcome: Outcome): void;
  /** Ends what is left of the run, and resolves when nothing is. */
  gone(): Promise<void>;
}
