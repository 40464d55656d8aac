import type { RunEvent } from '../../protocol/index.ts';

export interface StreamListener {
  /** The reader has gone. The events are still drained, so that their source can end. */
  cancelled(): void;
  /** The reader has not taken a chunk for `stallMs`. */
  stalled(): void;
  stallMs: number;
}

/** Events that are ready together are sent together, up to this many characters. */
const chunkLength = 64 * 1024;

/**
 * One event per line, pulled: nothing is taken from `events` before the reader has room for it, so
 * that a slow reader costs one chunk of memory and delays nobody else.
 */
export function ndjsonStream(
  events: AsyncGenerator<RunEvent>,
  listener: StreamListener,
): ReadableStream<Uint8Array> {
  const chunks = gatherChunks(events);
  let stall: NodeJS.Timeout | undefined;
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        clearTimeout(stall);
        const { value, done } = await chunks.next();
        if (done) return controller.close();
        stall = setTimeout(listener.stalled, listener.stallMs).unref();
        controller.enqueue(value);
      },
      async cancel() {
        clearTimeout(stall);
        listener.cancelled();
        while (!(await chunks.next()).done);
      },
    },
    { highWaterMark: 0 },
  );
}

async function* gatherChunks(events: AsyncGenerator<RunEvent>): AsyncGenerator<Uint8Array> {
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
