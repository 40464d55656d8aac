import { setImmediate, setTimeout } from 'node:timers/promises';

/** Texts that are ready together are sent together, up to this many characters. */
const chunkLength = 64 * 1024;

/**
 * Each chunk is a system call at both ends, and nobody sees what is shorter. Before the first, in which an
 * answer begins, there is much to do for the run itself.
 */
const chunksApartMs = 2;

/**
 * Each text with its end; a chunk has whole ones only. Those that follow each other faster than
 * somebody can read are gathered.
 * @param end what a text ends with: texts of NDJSON are lines
 */
export async function* textChunks(
  texts: AsyncGenerator<string>,
  end: '\n' | '',
  apartMs = chunksApartMs,
): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  let next = texts.next();
  let text = '';
  let sentMs = performance.now();
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
    text += `${ready.value}${end}`;
    due ??= whenDue(sentMs + apartMs - performance.now());
    next = texts.next();
  }
}

/** Not before texts that are there already, which need no further input or output to arrive. */
const whenDue = (inMs: number): Promise<'due'> =>
  inMs > 0 ? setTimeout(inMs, 'due') : setImmediate('due');
