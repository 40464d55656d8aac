import { request, type Agent, type IncomingMessage } from 'node:http';
import type { RunEvent, RunRequest } from '../../playground-server/protocol/index.ts';
import type { Leaving } from './run-kinds-table.ts';

/** What a reader got: the events, until the end or until it left. */
export type ReadRun =
  { kind: 'read'; events: RunEvent[]; isWhole: boolean } | { kind: 'refused'; status: number };

export interface ReadOptions {
  port: number;
  agent: Agent;
  /** who asks, as a proxy in front would write it down */
  client: string;
  leaves: Leaving;
}

/** Posts a snippet, and reads the events as a browser would. Rejects when the connection breaks. */
export function readRun(
  snippet: RunRequest,
  { port, agent, client, leaves }: ReadOptions,
): Promise<ReadRun> {
  return new Promise((resolve, reject) => {
    const sent = request(
      {
        port,
        agent,
        path: '/api/v1/runs',
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-forwarded-for': client },
      },
      (response) => void read(response, leaves).then(resolve, reject),
    );
    sent.on('error', reject).end(JSON.stringify(snippet));
  });
}

async function read(response: IncomingMessage, leaves: Leaving): Promise<ReadRun> {
  if (response.statusCode !== 200) {
    response.resume();
    return { kind: 'refused', status: response.statusCode ?? 0 };
  }
  const events: RunEvent[] = [];
  let rest = '';
  for await (const chunk of response.setEncoding('utf8')) {
    const lines = (rest + String(chunk)).split('\n');
    rest = lines.pop() ?? '';
    events.push(...lines.map((line) => JSON.parse(line) as RunEvent));
    // To leave the loop destroys the connection.
    if (events.some(({ kind }) => kind === leaves)) return { kind: 'read', events, isWhole: false };
  }
  return { kind: 'read', events, isWhole: rest === '' };
}
