import { setImmediate, setTimeout } from 'node:timers/promises';

/** Lines that are ready together are sent together, up to this many characters. */
const chunkLength = 64 * 1024;

/** Each chunk is a system call at both ends, and nobody sees what is shorter. */
const chunksApartMs = 2;

/**
 * Each line with its end; a chunk has whole lines only. The first goes at once; lines that follow
 * each other faster than somebody can read are gathered.
 */
export async function* ndjsonChunks(
  lines: AsyncGenerator<string>,
  apartMs = chunksApartMs,
): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  let next = lines.next();
  let text = '';
  let sentMs = -Infinity;
  let due: Promise<'due'> | null = null;
  for (;;) {
    const ready = due ? await Promise.race([next, due]) : await next;
    if (ready === 'due' || ready.done || text.length > chunkLength) {
      if (text) yield encoder.encode(text);
      text = '';
      due = null;
      sentMs = performance.now();
    }
    if (ready === 'due') continue;
    if (ready.done) return;
    text += `${ready.value}\n`;
    due ??= whenDue(sentMs + apartMs - performance.now());
    next = lines.next();
  }
}

/** Not before lines that are there already, which need no further input or output to arrive. */
const whenDue = (inMs: number): Promise<'due'> =>
  inMs > 0 ? setTimeout(inMs, 'due') : setImmediate('due');
