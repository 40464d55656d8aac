import { accepts } from 'hono/accepts';
import type { Rejection } from '../../snippet/rejection.ts';
import { toProblem } from '../problem.ts';
import { problemResponse } from '../problem-response.ts';
import type { AppContext } from '../server-parts.ts';
import { isSource } from './read-source.ts';

/** How a run may be told: events for programs, or a text for people. */
export type AnswerType = 'application/x-ndjson' | 'text/plain';

/** What a client asks for; who sends the snippet itself gets text unless it says otherwise. */
export const answerType = (c: AppContext): AnswerType =>
  accepts(c, {
    header: 'Accept',
    supports: ['application/x-ndjson', 'text/plain'],
    default: isSource(c) ? 'text/plain' : 'application/x-ndjson',
  }) as AnswerType;

/** Why there is no run, in the form that the client asked for. */
export function rejectionResponse(rejection: Rejection, type: AnswerType): Response {
  const response = problemResponse(rejection);
  if (type !== 'text/plain') return response;
  const { title, detail } = toProblem(rejection);
  response.headers.set('content-type', 'text/plain; charset=utf-8');
  return new Response(`live-man: ${title}. ${detail}\n`, response);
}
