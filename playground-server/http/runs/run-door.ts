import type { ServerParts } from '../server-parts.ts';
import type { Door } from './accept-snippet.ts';

/** To the queue for runs, of whichever form the request is. */
export const runDoor = ({
  allowances,
  engine,
}: Pick<ServerParts, 'allowances' | 'engine'>): Door => ({
  allowance: allowances.runs,
  admit: (client, kernel) => engine.admit(client, kernel),
});
