import type { RunEventOf } from '../../../playground-server/protocol/index.ts';
import type { RunState } from './run-state.ts';

/**
 * The id of a run that the server remembers as a whole; null while it is under way, and if it was cut
 * short.
 * @param received its events in JSON, the first of which names it
 */
export function sharableRun({ phase }: RunState, received: readonly string[]): string | null {
  const [first] = received;
  if (phase.kind !== 'finished' || first === undefined) return null;
  if (phase.outcome.kind === 'cancelled' || phase.outcome.kind === 'crowded-out') return null;
  const event = JSON.parse(first) as Partial<RunEventOf<'accepted'>>;
  return event.runId ?? null;
}
