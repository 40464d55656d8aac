import { demandsOf, type RunRequest } from '../../protocol/index.ts';
import type { Admission } from '../../run/queue/admission.ts';
import type { ParsedRequest } from '../../snippet/parse-run-request.ts';
import { reject, type Rejection } from '../../snippet/rejection.ts';
import { rejectKernel } from './reject-kernel.ts';
import { rejectQueue, type Rejected } from './reject-queue.ts';
import { requestClient } from '../clients/request-client.ts';
import type { AppContext, ServerParts } from '../server-parts.ts';

/** A snippet that was understood, and has a place in the queue. */
export type AcceptedSnippet = { kind: 'accepted'; request: RunRequest; admission: Admission };

type Parts = Pick<ServerParts, 'engine' | 'readiness' | 'config' | 'metrics'>;
type Admit = (client: string, kernel: string) => Promise<Admission | Rejected>;

const readinessRetrySeconds = 30;

/**
 * Takes a snippet from its request to its place in the queue, or gives the first reason why it gets
 * none, which is counted.
 * @param admit the engine's queue for runs, or for checks
 */
export async function acceptSnippet(
  c: AppContext,
  read: Promise<ParsedRequest>,
  parts: Parts,
  admit: Admit,
): Promise<AcceptedSnippet | Rejection> {
  const parsed = await read;
  const answer = parsed.kind === 'request' ? await place(c, parsed.request, parts, admit) : parsed;
  if (answer.kind === 'rejection') parts.metrics.problem(answer.code);
  return answer;
}

async function place(
  c: AppContext,
  request: RunRequest,
  { engine, readiness, config }: Parts,
  admit: Admit,
): Promise<AcceptedSnippet | Rejection> {
  const [lack] = await readiness.lacking();
  if (lack) {
    const detail = `${lack.name}: ${lack.detail} ${lack.remedy}`.trim();
    return { ...reject('not-ready', detail), retryAfterSeconds: readinessRetrySeconds };
  }
  const { kernel } = demandsOf(request);
  const unknown = rejectKernel(kernel, engine);
  if (unknown) return unknown;
  const unavailable = engine.unavailable(request);
  if (unavailable !== null) return reject('condition-unavailable', unavailable);
  const admission = await admit(requestClient(c, config.trustProxyHops), kernel);
  if ('rejected' in admission) return rejectQueue(admission);
  return { kind: 'accepted', request, admission };
}
