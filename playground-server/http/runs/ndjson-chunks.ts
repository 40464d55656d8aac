/** Lines that are ready together are sent together, up to this many characters. */
const chunkLength = 64 * 1024;

/** Each line with its end; a chunk has whole lines only. */
export async function* ndjsonChunks(lines: AsyncGenerator<string>): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  let next = lines.next();
  let text = '';
  for (;;) {
    const ready = text ? await Promise.race([next, noneReady()]) : await next;
    if (ready === 'none-ready' || ready.done || text.length > chunkLength) {
      if (text) yield encoder.encode(text);
      text = '';
    }
    if (ready === 'none-ready') continue;
    if (ready.done) return;
    text += `${ready.value}\n`;
    next = lines.next();
  }
}

/** Loses the race against any line that needs no further input or output to arrive. */
function noneReady(): Promise<'none-ready'> {
  return new Promise((resolve) => setImmediate(resolve, 'none-ready'));
}
