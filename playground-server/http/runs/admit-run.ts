import type { Admission } from '../../run/queue/admission.ts';
import type { Rejected } from './reject-queue.ts';
import type { ServerParts } from '../server-parts.ts';

/**
 * Takes a place in the queue for a run, unless its client has used up this minute's runs. A run
 * that then finds the queue full counts as well, so that asking without end does not pay.
 */
export async function admitRun(
  client: string,
  kernel: string,
  { allowances, engine }: Pick<ServerParts, 'allowances' | 'engine'>,
): Promise<Admission | Rejected> {
  const retryAfterSeconds = await allowances.runs.count(client);
  if (retryAfterSeconds !== null) return { rejected: 'too-often', retryAfterSeconds };
  return engine.admit(client, kernel);
}
