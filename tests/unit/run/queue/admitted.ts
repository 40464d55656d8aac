import type { Admission, Rejected } from '../../../../playground-server/run/queue/admission.ts';
import type { FairQueue } from '../../../../playground-server/run/queue/fair-queue.ts';

export const isAdmission = (answer: Admission | Rejected): answer is Admission => 'leave' in answer;

/** Throws if there is no place. */
export function admitted(queue: FairQueue, client: string): Admission {
  const answer = queue.admit(client);
  if (!isAdmission(answer)) throw new Error(`${client} was refused: ${answer.rejected}`);
  return answer;
}
