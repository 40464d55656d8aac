import { request } from 'node:http';
import type { Language, RunRequest } from '../../playground-server/protocol/index.ts';

/** What one run looked like from outside, in milliseconds since its request was sent. */
export interface RunTimes {
  firstCallMs: number;
  finishedMs: number;
  outcome: string;
}

interface Line {
  kind: string;
  outcome?: { kind: string };
}

/**
 * Posts a snippet and reads the stream as a browser would. Rejects when the server refuses it.
 * @param client the address that asks, for a server that trusts a proxy
 */
export function postRun(
  port: number,
  source: string,
  language: Language = 'c',
  client?: string,
  asked: Pick<RunRequest, 'kernel' | 'tape'> = {},
): Promise<RunTimes> {
  const body = JSON.stringify({ language, source, ...asked });
  const startMs = performance.now();
  const times: RunTimes = { firstCallMs: NaN, finishedMs: NaN, outcome: 'lost' };
  const hear = (text: string) => {
    const line = JSON.parse(text) as Line;
    const atMs = performance.now() - startMs;
    if (line.kind === 'syscall-entry' && Number.isNaN(times.firstCallMs)) times.firstCallMs = atMs;
    if (line.kind === 'finished' || line.kind === 'faulted') {
      times.finishedMs = atMs;
      times.outcome = line.outcome?.kind ?? line.kind;
    }
  };
  return new Promise((resolve, reject) => {
    const options = { port, path: '/api/v1/runs', method: 'POST' };
    const from = client === undefined ? {} : { 'x-forwarded-for': client };
    const headers = { 'content-type': 'application/json', ...from };
    const sent = request({ ...options, headers }, (response) => {
      if (response.statusCode !== 200) reject(new Error(`HTTP ${response.statusCode}`));
      let rest = '';
      response.setEncoding('utf8').on('data', (chunk: string) => {
        const lines = (rest + chunk).split('\n');
        rest = lines.pop() ?? '';
        lines.forEach(hear);
      });
      response.on('end', () => resolve(times));
    });
    sent.on('error', reject).end(body);
  });
}
