import type { Rejected as QueueRejected } from '../../run/queue/admission.ts';
import { reject, type Rejection } from '../../snippet/rejection.ts';

/** Why a snippet gets no place: the queue's reasons, or that its client asks too often. */
export type Rejected = QueueRejected | { rejected: 'too-often'; retryAfterSeconds: number };

const details: Record<Rejected['rejected'], string> = {
  'too-many-runs':
    'You have as many runs waiting or running as one client may have. Let one end, or close it',
  'too-often': 'You have sent as many snippets as one client may send in a minute',
  'queue-full': 'As many runs are waiting as may wait. Nothing is wrong with yours',
  'shutting-down': 'The server takes no new runs, because it is shutting down',
  'not-ready': 'No runner is available to take the run',
};

/** Explains as a problem why there is no place, and when to come back. */
export function rejectQueue(why: Rejected): Rejection {
  const { rejected, retryAfterSeconds } = why;
  const detail = `${details[rejected]}; try again in ${retryAfterSeconds} s.`;
  const waiting = 'waiting' in why ? { waiting: why.waiting } : {};
  return { ...reject(rejected, detail), retryAfterSeconds, ...waiting };
}
