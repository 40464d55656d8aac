import { writeFileSync } from 'node:fs';
import type { RunEvent } from '../../playground-server/protocol/index.ts';

/** Writes a tape, one event a line. */
export function writeTape(path: string, events: readonly RunEvent[]): void {
  const lines = events.map((event) => JSON.stringify(event)).join(',\n');
  writeFileSync(path, `[\n${lines}\n]\n`);
}
