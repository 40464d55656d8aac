import type {
  Link,
  LinkPolicy,
  MadeLink,
  MadeResult,
  Problem,
} from '../../playground-server/protocol/index.ts';
import type { SharedSnippet } from './shared-snippet.ts';

export type LinkAnswer<Value> =
  | { kind: 'value'; value: Value }
  | { kind: 'problem'; problem: Problem; retryAfterSeconds: number }
  /** No server, or one that knows nothing about links. */
  | { kind: 'unreachable' };

/** How long this server keeps links; a problem if it keeps none. */
export const linkPolicy = (): Promise<LinkAnswer<LinkPolicy>> => ask('links');

/** Keeps a snippet under a short link, without running it. */
export const makeLink = ({
  example: _,
  ...snippet
}: SharedSnippet): Promise<LinkAnswer<MadeLink>> => ask('links', post(snippet));

/**
 * What a short link holds.
 *
 * @param fetchFrom the way to the server for a frame in a sandbox, which has to show its ticket
 */
export const readLink = (id: string, fetchFrom = fetch): Promise<LinkAnswer<Link>> =>
  answerTo(fetchFrom(`/api/v1/links/${encodeURIComponent(id)}`));

/** Keeps a run that this server has made, with all that it told. */
export const keepResult = (runId: string): Promise<LinkAnswer<MadeResult>> =>
  ask('results', post({ runId }));

const post = (body: object): RequestInit => ({
  method: 'POST',
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(body),
});

async function ask<Value>(path: string, init?: RequestInit): Promise<LinkAnswer<Value>> {
  // Only pages of our own may keep anything, and a frame in a sandbox counts as none: its page would
  // only see an error on its console.
  return self.origin === 'null'
    ? { kind: 'unreachable' }
    : answerTo(fetch(`/api/v1/${path}`, init));
}

async function answerTo<Value>(asked: Promise<Response>): Promise<LinkAnswer<Value>> {
  try {
    const response = await asked;
    const type = response.headers.get('content-type') ?? '';
    if (type.startsWith('application/problem+json')) {
      const retryAfterSeconds = Number(response.headers.get('retry-after')) || 60;
      return { kind: 'problem', problem: (await response.json()) as Problem, retryAfterSeconds };
    }
    if (!response.ok) return { kind: 'unreachable' };
    return { kind: 'value', value: (await response.json()) as Value };
  } catch {
    return { kind: 'unreachable' };
  }
}
