import { request, type Agent, type IncomingMessage } from 'node:http';
import { Readable } from 'node:stream';
import { json } from 'node:stream/consumers';
import { readEvents } from '../../playground-server/protocol/index.ts';
import type { Problem, RunEvent, RunRequest } from '../../playground-server/protocol/index.ts';
import type { Leaving } from './run-kinds-table.ts';

/** What a reader got: the events, until the end or until it left. */
export type ReadRun =
  | { kind: 'read'; events: RunEvent[]; isWhole: boolean }
  | { kind: 'refused'; status: number; retryAfterSeconds: number; problem: Problem };

export interface ReadOptions {
  /** localhost, unless said */
  host?: string;
  port: number;
  /** connections to use again; else those of the process */
  agent?: Agent;
  headers?: Record<string, string>;
  /** who asks, as a proxy in front would write it down */
  client?: string;
  leaves?: Leaving;
  signal?: AbortSignal;
  heard?: (event: RunEvent) => void;
}

/** Posts a snippet, and reads the events as a browser would. Rejects when the connection breaks,
 * or what comes is no event. */
export function readRun(
  snippet: RunRequest,
  { client, leaves = 'stays', heard, headers, ...options }: ReadOptions,
): Promise<ReadRun> {
  return new Promise((resolve, reject) => {
    const sent = request(
      {
        ...options,
        path: '/api/v1/runs',
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          ...(client !== undefined && { 'x-forwarded-for': client }),
          ...headers,
        },
      },
      (response) => void read(response, leaves, heard).then(resolve, reject),
    );
    sent.on('error', reject).end(JSON.stringify(snippet));
  });
}

async function read(
  response: IncomingMessage,
  leaves: Leaving,
  heard: ReadOptions['heard'],
): Promise<ReadRun> {
  if (response.statusCode !== 200) {
    const retryAfterSeconds = Number(response.headers['retry-after'] ?? NaN);
    const problem = (await json(response)) as Problem;
    return { kind: 'refused', status: problem.status, retryAfterSeconds, problem };
  }
  const events: RunEvent[] = [];
  for await (const event of readEvents(Readable.toWeb(response) as ReadableStream<Uint8Array>)) {
    events.push(event);
    heard?.(event);
    // To leave the loop destroys the connection.
    if (event.kind === leaves) return { kind: 'read', events, isWhole: false };
  }
  return { kind: 'read', events, isWhole: true };
}
