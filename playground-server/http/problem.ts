import type { Problem, ProblemCode } from '../protocol/index.ts';
import type { Rejection } from '../snippet/rejection.ts';

/** One status and one title per code. What is particular to a request goes into `detail`. */
export const problems = {
  'malformed-request': { status: 400, title: 'The request is malformed' },
  'not-found': { status: 404, title: 'There is nothing here' },
  'source-too-large': { status: 413, title: 'The source is too large' },
  'unsupported-media-type': { status: 415, title: 'The body is not plain JSON' },
  'unknown-language': { status: 422, title: 'The language is not known' },
  'unknown-kernel': { status: 422, title: 'The kernel is not known' },
  'unknown-condition': { status: 422, title: 'The condition is not known' },
  'condition-unavailable': { status: 422, title: 'The condition is not available on this machine' },
  'too-many-runs': { status: 429, title: 'You have too many runs at once' },
  'too-often': { status: 429, title: 'You are starting runs too fast' },
  'queue-full': { status: 503, title: 'The queue is full' },
  'shutting-down': { status: 503, title: 'The server is shutting down' },
  'not-ready': { status: 503, title: 'This machine cannot run snippets yet' },
  'foreign-origin': { status: 403, title: 'Pages of another site may not do this' },
  'links-off': { status: 404, title: 'This server keeps no short links' },
  'unknown-link': { status: 404, title: 'There is no such link' },
  'too-many-links': { status: 429, title: 'You have made too many links' },
  'links-unreachable': { status: 503, title: 'Short links cannot be reached' },
  'unknown-run': { status: 404, title: 'The run is not remembered' },
  'unknown-result': { status: 404, title: 'There is no such result' },
  'result-too-large': { status: 413, title: 'The run told more than a result may hold' },
  'links-full': { status: 507, title: 'There is no room for another link' },
} as const satisfies Record<ProblemCode, { status: number; title: string }>;

/** RFC 9457 problem details. `type` is a path on this server that explains the code. */
export function toProblem({ code, detail, waiting }: Rejection): Problem {
  const extension = waiting === undefined ? {} : { waiting };
  return { type: `/api/v1/problems/${code}`, ...problems[code], detail, code, ...extension };
}
