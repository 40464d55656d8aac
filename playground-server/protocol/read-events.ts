import { runEventSchema, type RunEvent } from './event.ts';
import { readLines } from './read-lines.ts';

/**
 * The events of a run, from the body of an answer to POST /api/v1/runs. Nothing is read before it is
 * asked for. Throws when a line is too long, or is no event of this version of the contract.
 */
export async function* readEvents(body: ReadableStream<Uint8Array>): AsyncGenerator<RunEvent> {
  for await (const line of readLines(body)) {
    const parsed = runEventSchema.safeParse(valueOf(line));
    if (!parsed.success) throw new TypeError(`a line of the answer is no event: ${start(line)}`);
    yield parsed.data;
  }
}

/** Undefined, which is no event, where the text is no JSON. */
function valueOf(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

/** Enough of a line to recognize it. */
const start = (line: string): string => (line.length > 80 ? `${line.slice(0, 80)}…` : line);
