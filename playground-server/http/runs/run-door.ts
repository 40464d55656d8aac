import type { ServerParts } from '../server-parts.ts';
import type { Door } from './accept-snippet.ts';

/** To the queue for runs, of whichever form the request is. */
export const runDoor = ({
  allowances,
  comparisons,
  engine,
}: Pick<ServerParts, 'allowances' | 'comparisons' | 'engine'>): Door => ({
  allowance: allowances.runs,
  async accepted(client, request) {
    if (comparisons.continues(client, request)) await allowances.runs.giveBack(client);
  },
  admit: (client, kernel) => engine.admit(client, kernel),
});
