import { reject, type Rejection } from '../../snippet/rejection.ts';

/** Links and results count together: both take room in the same store. */
export function tooManyLinks(retryAfterSeconds: number): Rejection {
  const detail = `You made many links in a short time; make the next in ${retryAfterSeconds} s.`;
  return { ...reject('too-many-links', detail), retryAfterSeconds };
}
