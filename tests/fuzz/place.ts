import type { Random } from './random.ts';
import type { Style } from './write-call.ts';

/** Where a generated function runs: what it may do depends on who else is there. */
export interface Place extends Style {
  /** signals to the process reach this thread and no other */
  signals: boolean;
  /** worlds in which it runs at once */
  worlds: number;
  /** requests that each slot's contexts were given so far, in the whole program */
  given: number[];
  /** contexts that the whole program may still ask for */
  budget: { contexts: number };
}

/** One of the four slots; the first ones hold a context most of the time. */
export const slotOf = (random: Random): number => random.pick([0, 0, 0, 0, 0, 0, 1, 1, 1, 2, 3]);
