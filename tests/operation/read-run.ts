import type { Language, RunEvent, RunRequest } from '../../playground-server/protocol/index.ts';
import { readRun as readAnswer, type ReadOptions } from '../../scripts/soak/read-run.ts';

export interface ReadRun {
  events: RunEvent[];
  last: RunEvent | undefined;
}

type Options = Pick<ReadOptions, 'headers' | 'signal' | 'heard'> & { language?: Language };

/** Runs a snippet, by default in C, that must not be refused, and reads its events to the end. */
export async function readRun(
  url: string,
  source: string,
  { language = 'c', ...options }: Options = {},
  conditions: RunRequest['conditions'] = {},
): Promise<ReadRun> {
  const { hostname: host, port } = new URL(url);
  const server = { host, port: Number(port) };
  const answer = await readAnswer({ language, source, conditions }, { ...server, ...options });
  if (answer.kind === 'refused') throw new Error(JSON.stringify(answer.problem));
  return { events: answer.events, last: answer.events.at(-1) };
}
