import { request, type Agent, type IncomingMessage } from 'node:http';
import { json } from 'node:stream/consumers';
import type { Problem, RunEvent, RunRequest } from '../../playground-server/protocol/index.ts';
import type { Leaving } from './run-kinds-table.ts';

/** What a reader got: the events, until the end or until it left. */
export type ReadRun =
  | { kind: 'read'; events: RunEvent[]; isWhole: boolean }
  | { kind: 'refused'; status: number; retryAfterSeconds: number; problem: Problem };

export interface ReadOptions {
  port: number;
  /** connections to use again; else those of the process */
  agent?: Agent;
  /** who asks, as a proxy in front would write it down */
  client: string;
  leaves: Leaving;
  heard?: (event: RunEvent) => void;
}

/** Posts a snippet, and reads the events as a browser would. Rejects when the connection breaks. */
export function readRun(
  snippet: RunRequest,
  { port, agent, client, leaves, heard }: ReadOptions,
): Promise<ReadRun> {
  return new Promise((resolve, reject) => {
    const sent = request(
      {
        port,
        ...(agent && { agent }),
        path: '/api/v1/runs',
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-forwarded-for': client },
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
  let rest = '';
  for await (const chunk of response.setEncoding('utf8')) {
    const lines = (rest + String(chunk)).split('\n');
    rest = lines.pop() ?? '';
    const heardNow = lines.map((line) => JSON.parse(line) as RunEvent);
    events.push(...heardNow);
    if (heard) heardNow.forEach(heard);
    // To leave the loop destroys the connection.
    if (events.some(({ kind }) => kind === leaves)) return { kind: 'read', events, isWhole: false };
  }
  return { kind: 'read', events, isWhole: rest === '' };
}
