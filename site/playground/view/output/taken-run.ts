import type { RunEvent, RunRequest } from '../../../../playground-server/protocol/index.ts';
import type { PlaygroundFacts } from '../playground-facts.ts';
import type { Taken } from './offer-takeaway.ts';

/**
 * What a reader takes along: the newest run, or the recorded one; null if there is neither.
 *
 * @param asked the request that was made last
 * @param received the lines that have answered it
 */
export function takenRun(
  asked: RunRequest | null,
  received: readonly string[],
  facts: PlaygroundFacts,
): Taken | null {
  const { source, language } = asked ?? facts;
  const isNew = asked !== null && received.length > 0;
  const events = isNew ? received.map((line) => JSON.parse(line) as RunEvent) : facts.recorded;
  return events.length > 0 ? { source, language, events } : null;
}
