import type { RunEvent } from '../../protocol/index.ts';

/** Events that are ready together are sent together, up to this many characters. */
const chunkLength = 64 * 1024;

/** One event per line; a chunk has whole lines only. */
export async function* ndjsonChunks(events: AsyncGenerator<RunEvent>): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  let next = events.next();
  let text = '';
  for (;;) {
    const ready = text ? await Promise.race([next, noneReady()]) : await next;
    if (ready === 'none-ready' || ready.done || text.length > chunkLength) {
      if (text) yield encoder.encode(text);
      text = '';
    }
    if (ready === 'none-ready') continue;
    if (ready.done) return;
    text += `${JSON.stringify(ready.value)}\n`;
    next = events.next();
  }
}

/** Loses the race against any event that needs no further input or output to arrive. */
function noneReady(): Promise<'none-ready'> {
  return new Promise((resolve) => setImmediate(resolve, 'none-ready'));
}
