import type { Rejection } from '../snippet/rejection.ts';
import { toProblem } from './problem.ts';

/** The answer to a request that is rejected before it runs (RFC 9457). */
export function problemResponse(rejection: Rejection): Response {
  const problem = toProblem(rejection);
  const headers = new Headers({
    'content-type': 'application/problem+json',
    'cache-control': 'no-store',
  });
  if (rejection.retryAfterSeconds !== undefined) {
    headers.set('retry-after', String(rejection.retryAfterSeconds));
  }
  return new Response(JSON.stringify(problem), { status: problem.status, headers });
}
