import { conditionsMet } from '../client/goals/conditions-met.ts';
import type { RunState } from '../client/run-state.ts';
import { browserProgress } from './browser-kept.ts';
import { readSharedFacts } from './playground-facts.ts';

/** Told to the page when error conditions may have been met that it marks. */
export const conditionsEvent = 'live-man-conditions';

/** Notes in this browser which error conditions a run has met, if the reader wants that. */
export function rememberConditions(run: RunState): void {
  if (!browserProgress.notesConditions) return;
  browserProgress.meet(conditionsMet(run, readSharedFacts().errnos));
  dispatchEvent(new Event(conditionsEvent));
}
