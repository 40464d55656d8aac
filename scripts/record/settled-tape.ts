import type { RunEvent } from '../../playground-server/protocol/index.ts';

/** A tape, and what it says in twelve digits. */
export interface SettledTape {
  digest: string;
  events: RunEvent[];
}

const mostPlays = 5;

/**
 * Plays until a tape says what the tape beside the example does, or what an earlier one did: what differs from run to
 * run on one kernel is no difference between kernels. Null if that does not happen. Throws for a run
 * that says nothing about its kernel.
 */
export async function settledTape(
  play: () => Promise<RunEvent[]>,
  digestOf: (events: readonly RunEvent[]) => string,
  atHome: string,
): Promise<SettledTape | null> {
  const seen = new Set([atHome]);
  for (let plays = 0; plays < mostPlays; plays++) {
    const events = await play();
    const end = events.at(-1);
    if (end?.kind !== 'finished') throw new Error(`the run did not finish: ${JSON.stringify(end)}`);
    if (end.outcome.kind === 'limit-exceeded')
      throw new Error(`the run was ended by a limit: ${end.outcome.limit}`);
    const digest = digestOf(events);
    if (seen.has(digest)) return { digest, events };
    seen.add(digest);
  }
  return null;
}
