import { describe, expect, it } from 'vitest';
import type { RunEvent, UnstampedEvent } from '../../../playground-server/protocol/index.ts';
import { createRunStore } from '../../../site/playground/client/run-store.ts';
import { accepted, compiled, entry, exit, finished, stamped } from './events.ts';

const request = { language: 'c', source: 'int main(void) {}' } as const;

/** A server whose answer is written by the test, line by line. */
function scriptedServer() {
  const streams: ReadableStreamDefaultController<Uint8Array>[] = [];
  const signals: AbortSignal[] = [];
  const seen = { cancelled: 0 };
  const fetchFrom = (async (_url, init) => {
    const body = new ReadableStream<Uint8Array>({
      start(controller) {
        streams.push(controller);
        init?.signal?.addEventListener('abort', () => controller.error(init.signal?.reason));
      },
      cancel: () => void seen.cancelled++,
    });
    if (init?.signal) signals.push(init.signal);
    return new Response(body, { headers: { 'content-type': 'application/x-ndjson' } });
  }) as typeof fetch;
  const send = (run: number, ...events: RunEvent[]) =>
    streams[run]?.enqueue(
      new TextEncoder().encode(events.map((event) => `${JSON.stringify(event)}\n`).join('')),
    );
  return { fetchFrom, streams, signals, send, seen };
}

const answering = (response: () => Response) => (async () => response()) as typeof fetch;

const streaming = (...events: UnstampedEvent[]) =>
  answering(
    () =>
      new Response(
        stamped(events)
          .map((event) => JSON.stringify(event))
          .join('\n'),
        { headers: { 'content-type': 'application/x-ndjson' } },
      ),
  );

describe('run store', () => {
  it('shows a state to its subscribers for all events that came together', async () => {
    const server = scriptedServer();
    const store = createRunStore(server.fetchFrom);
    const phases: string[] = [];
    store.subscribe(({ phase }) => phases.push(phase.kind));
    const run = store.run(request);
    await Promise.resolve();
    const [first, second, ...rest] = stamped([accepted, compiled, entry(1), exit(1), finished]);
    server.send(0, first!);
    server.send(0, second!);
    server.send(0, ...rest);
    server.streams[0]!.close();
    await run;
    expect(phases).toEqual(['requested', 'compiling', 'running', 'finished']);
    expect(store.state.rows).toMatchObject([{ status: { returned: '0' } }]);
  });

  it('keeps what was seen when the connection is lost, and says so', async () => {
    const store = createRunStore(streaming(accepted, compiled, entry(1)));
    await store.run(request);
    expect(store.state.phase.kind).toBe('connection-lost');
    expect(store.state.rows).toMatchObject([{ status: { kind: 'unreturned' } }]);
  });

  it('tells a server that is not there from one that went away', async () => {
    const store = createRunStore(() => Promise.reject(new TypeError('refused')));
    await store.run(request);
    expect(store.state.phase.kind).toBe('unreachable');
  });

  it('keeps a problem with the time to wait', async () => {
    const problem = { type: 't', title: 'Busy', status: 503, detail: 'd', code: 'queue-full' };
    const headers = { 'content-type': 'application/problem+json', 'retry-after': '7' };
    const store = createRunStore(answering(() => Response.json(problem, { status: 503, headers })));
    await store.run(request);
    expect(store.state.phase).toEqual({ kind: 'rejected', problem, retryAfterSeconds: 7 });
  });

  it('closes the request when it is cancelled, and keeps what was seen', async () => {
    const server = scriptedServer();
    const store = createRunStore(server.fetchFrom);
    const seen = new Promise<void>((done) => {
      store.subscribe(({ rows }) => rows.length === 1 && done());
    });
    const run = store.run(request);
    await Promise.resolve();
    server.send(0, ...stamped([accepted, compiled, entry(1)]));
    await seen;
    store.cancel();
    await run;
    expect(server.signals[0]?.aborted).toBe(true);
    expect(store.state.phase).toEqual({ kind: 'finished', outcome: { kind: 'cancelled' } });
    expect(store.state.rows).toHaveLength(1);
  });

  it('reads a finished run to the end of its stream: leaving it would count as an abort', async () => {
    const server = scriptedServer();
    const store = createRunStore(server.fetchFrom);
    const ended = new Promise<void>((done) => {
      store.subscribe(({ phase }) => phase.kind === 'finished' && done());
    });
    const run = store.run(request);
    await Promise.resolve();
    server.send(0, ...stamped([accepted, compiled, finished]));
    await ended;
    server.send(0, ...stamped([accepted]));
    server.streams[0]?.close();
    await run;
    expect(server.seen.cancelled).toBe(0);
    expect(server.signals[0]?.aborted).toBe(false);
    expect(store.received).toHaveLength(4);
  });

  it('never lets an older run overwrite a newer one', async () => {
    const server = scriptedServer();
    const store = createRunStore(server.fetchFrom);
    const older = store.run(request);
    await Promise.resolve();
    server.send(0, ...stamped([accepted, compiled, entry(1), exit(1)]));
    const newer = store.run(request);
    await older;
    server.send(1, ...stamped([accepted, compiled, finished]));
    server.streams[1]?.close();
    await newer;
    expect(store.state.rows).toEqual([]);
    expect(store.state.phase.kind).toBe('finished');
  });
});
