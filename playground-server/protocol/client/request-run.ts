import type { Problem, RunEvent, RunRequest } from '../index.ts';
import { readLineGroups } from '../read-lines.ts';

/** The server's answer to a run request, classified at the door. */
export type RunResponse =
  /** As many events at a time as came together. */
  | { kind: 'stream'; events: AsyncIterable<readonly RunEvent[]> }
  | { kind: 'problem'; problem: Problem; retryAfterSeconds: number | null };

/** Where runs are requested. */
export const runsPath = '/api/v1/runs';

/**
 * Requests a run from the playground server (POST /api/v1/runs).
 * Rejects if the server cannot be reached, answers with neither a stream nor a problem, or `signal`
 * is aborted; closing the connection also cancels the run on the server.
 */
export async function requestRun(
  fetchFrom: (path: string, init: RequestInit) => Promise<Response>,
  request: RunRequest,
  signal: AbortSignal,
  received: (line: string) => void = () => undefined,
): Promise<RunResponse> {
  const response = await fetchFrom(runsPath, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/x-ndjson' },
    body: JSON.stringify(request),
    signal,
  });
  const type = response.headers.get('content-type') ?? '';
  if (type.startsWith('application/problem+json')) {
    return {
      kind: 'problem',
      problem: await response.json(),
      retryAfterSeconds: seconds(response.headers.get('retry-after')),
    };
  }
  if (!response.ok || !response.body) throw new Error(`no run stream: HTTP ${response.status}`);
  return { kind: 'stream', events: parseEvents(response.body, received) };
}

/** Few enough to be read while the page keeps answering to the reader. */
const mostAtOnce = 250;

/** Its own server's word is trusted: the schemas would be half of the page's script. */
async function* parseEvents(
  body: ReadableStream<Uint8Array>,
  received: (line: string) => void,
): AsyncGenerator<readonly RunEvent[]> {
  for await (const lines of readLineGroups(body)) {
    lines.forEach(received);
    for (let at = 0; at < lines.length; at += mostAtOnce)
      yield lines.slice(at, at + mostAtOnce).map((line) => JSON.parse(line) as RunEvent);
  }
}

function seconds(header: string | null): number | null {
  const value = Number.parseInt(header ?? '', 10);
  return Number.isNaN(value) ? null : value;
}
