import { problemSchema, readEvents } from '../../protocol/index.ts';
import type { RunEvent, RunRequest } from '../../protocol/index.ts';

/** A run as it goes to a runner. */
export interface Order {
  request: RunRequest;
  /** the address that counts as one client in the runner's queue, too */
  client: string;
  /** the span that the runner's is a child of, as W3C Trace Context */
  traceparent?: string | undefined;
  /** closes the request, and thereby cancels the run */
  signal: AbortSignal;
}

export type Sent =
  | { kind: 'events'; events: AsyncGenerator<RunEvent> }
  /** It has no place for now. */
  | { kind: 'busy'; detail: string; retryAfterMs: number }
  /** It has a place, but not for this client: the client has its share there already. */
  | { kind: 'share-used'; detail: string; retryAfterMs: number }
  /** It cannot run this: it is another version, or lacks what the request needs. */
  | { kind: 'refused'; detail: string };

/** The headers of the answer precede the run, however busy the runner is. */
const headTimeoutMs = 5000;

/** Hands a run to a runner. Rejects if there is no answer. */
export async function sendRun(url: string, order: Order): Promise<Sent> {
  const late = new AbortController();
  const timer = setTimeout(() => late.abort(new Error('no answer in time')), headTimeoutMs);
  try {
    const signal = AbortSignal.any([order.signal, late.signal]);
    const response = await postJson(url, '/api/v1/runs', { ...order, signal });
    if (response.ok && response.body) return { kind: 'events', events: readEvents(response.body) };
    return await readRefusal(response);
  } finally {
    clearTimeout(timer);
  }
}

/** Posts a request on behalf of its client. */
export const postJson = (
  url: string,
  path: string,
  { request, client, traceparent, signal }: Order,
): Promise<Response> =>
  fetch(new URL(path, url), {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...forwardedFor(client),
      ...(traceparent && { traceparent }),
    },
    body: JSON.stringify(request),
    signal,
  });

/** A client that is a whole IPv6 network is sent as that network's first address. */
function forwardedFor(client: string): Record<string, string> {
  const address = client.replace(/\/64$/, '');
  return address === 'unknown' ? {} : { 'x-forwarded-for': address };
}

/** The statuses after which the same request may succeed later. */
const laterKinds: Record<number, 'busy' | 'share-used'> = { 429: 'share-used', 503: 'busy' };

async function readRefusal(response: Response): Promise<Sent> {
  const problem = problemSchema.safeParse(await response.json().catch(() => null));
  const detail = problem.data?.detail ?? `It answered with ${response.status}.`;
  const kind = laterKinds[response.status];
  if (!kind) return { kind: 'refused', detail };
  const seconds = Number(response.headers.get('retry-after')) || 1;
  return { kind, detail, retryAfterMs: seconds * 1000 };
}
