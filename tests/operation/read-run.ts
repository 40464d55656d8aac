import { readEvents } from '../../playground-server/protocol/index.ts';
import type { Language, RunEvent, RunRequest } from '../../playground-server/protocol/index.ts';

export interface ReadRun {
  events: RunEvent[];
  last: RunEvent | undefined;
}

export interface ReadOptions {
  language?: Language;
  headers?: Record<string, string>;
  signal?: AbortSignal;
  onEvent?: (event: RunEvent) => void;
}

/** Runs a snippet, by default in C, over HTTP and reads its events to the end. */
export async function readRun(
  url: string,
  source: string,
  { language = 'c', headers, signal, onEvent }: ReadOptions = {},
  conditions: RunRequest['conditions'] = {},
): Promise<ReadRun> {
  const response = await fetch(new URL('/api/v1/runs', url), {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ language, source, conditions }),
    ...(signal && { signal }),
  });
  if (!response.ok || !response.body) throw new Error(await response.text());
  const events: RunEvent[] = [];
  for await (const event of readEvents(response.body)) {
    events.push(event);
    onEvent?.(event);
  }
  return { events, last: events.at(-1) };
}
