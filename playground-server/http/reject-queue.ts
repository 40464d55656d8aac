import type { Rejected } from '../run/fair-queue.ts';
import { reject, type Rejection } from '../snippet/rejection.ts';

const details: Record<Rejected['rejected'], string> = {
  'too-many-runs':
    'As many of your runs wait or run as one client may have. Let one end or close it',
  'queue-full': 'As many runs wait as may wait. Nothing is wrong with yours',
  'shutting-down': 'The server takes no new runs, because it is about to end',
  'not-ready': 'No runner is up that could take the run',
};

/** Says as a problem why the queue gave no place, and when to come back. */
export function rejectQueue({ rejected, retryAfterSeconds }: Rejected): Rejection {
  const detail = `${details[rejected]}; try again in ${retryAfterSeconds} s.`;
  return { ...reject(rejected, detail), retryAfterSeconds };
}
