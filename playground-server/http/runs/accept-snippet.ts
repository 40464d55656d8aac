import { demandsOf, type RunRequest } from '../../protocol/index.ts';
import type { Admission } from '../../run/queue/admission.ts';
import type { ParsedRequest } from '../../snippet/parse-run-request.ts';
import { reject, type Rejection } from '../../snippet/rejection.ts';
import { rejectKernel } from './reject-kernel.ts';
import { rejectQueue, type Rejected } from './reject-queue.ts';
import { requestClient } from '../clients/request-client.ts';
import type { Allowance } from '../clients/allowances.ts';
import type { AppContext, ServerParts } from '../server-parts.ts';

/** A snippet that was understood, and has a place in the queue. */
export type AcceptedSnippet = { kind: 'accepted'; request: RunRequest; admission: Admission };

type Parts = Pick<ServerParts, 'engine' | 'readiness' | 'config' | 'metrics'>;

/** Where a snippet goes: to be run, or to be checked. */
export interface Door {
  /** How often a client may come. */
  allowance: Allowance;
  /** Gives the use back where the snippet is one more part of what has been counted. */
  accepted?(client: string, request: RunRequest): Promise<void>;
  /** The engine's queue. */
  admit(client: string, kernel: string): Admission | Rejected;
}

const readinessRetrySeconds = 30;

/**
 * Takes a snippet from its request to its place in the queue, or gives the first reason why it gets
 * none, which is counted. The request counts before it is read, so that asking without end does not
 * pay, whatever is asked.
 */
export async function acceptSnippet(
  c: AppContext,
  read: () => Promise<ParsedRequest>,
  parts: Parts,
  door: Door,
): Promise<AcceptedSnippet | Rejection> {
  const answer = await accept(requestClient(c, parts.config.trustProxyHops), read, parts, door);
  if (answer.kind === 'rejection') parts.metrics.problem(answer.code);
  return answer;
}

async function accept(
  client: string,
  read: () => Promise<ParsedRequest>,
  parts: Parts,
  door: Door,
): Promise<AcceptedSnippet | Rejection> {
  const retryAfterSeconds = await door.allowance.count(client);
  if (retryAfterSeconds !== null) return rejectQueue({ rejected: 'too-often', retryAfterSeconds });
  const parsed = await read();
  return parsed.kind === 'request' ? place(client, parsed.request, parts, door) : parsed;
}

async function place(
  client: string,
  request: RunRequest,
  { engine, readiness }: Parts,
  door: Door,
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
  const admission = door.admit(client, kernel);
  if ('rejected' in admission) return rejectQueue(admission);
  await door.accepted?.(client, request);
  return { kind: 'accepted', request, admission };
}
