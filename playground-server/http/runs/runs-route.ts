import { acceptSnippet, type AcceptedSnippet } from './accept-snippet.ts';
import { admitRun } from './admit-run.ts';
import { ndjsonStream } from './ndjson-stream.ts';
import { postRuns } from '../operation/openapi-routes.ts';
import { problemResponse } from '../problem-response.ts';
import { readRunRequest } from './read-run-request.ts';
import type { App, AppContext, ServerParts } from '../server-parts.ts';
import { watchRun } from './watch-run.ts';

/** A reader who takes nothing for this long is gone, or is holding a run's memory on purpose. */
const stallMs = 10_000;

/** POST /api/v1/runs: a snippet in, the events of its run out. */
export function addRunsRoute(app: App, parts: ServerParts): void {
  // The library only describes the route: snippet/ validates, and knows the problem for each
  // mistake.
  app.openAPIRegistry.registerPath(postRuns);
  app.post(postRuns.path, async (c) => {
    const admit = (client: string, kernel: string) => admitRun(client, kernel, parts);
    const accepted = await acceptSnippet(c, readRunRequest(c.req.raw), parts, admit);
    if (accepted.kind === 'rejection') return problemResponse(accepted);
    return streamRun(c, accepted, parts);
  });
}

function streamRun(c: AppContext, run: AcceptedSnippet, parts: ServerParts) {
  const gone = new AbortController();
  const signal = AbortSignal.any([c.req.raw.signal, gone.signal]);
  const stream = ndjsonStream(watchRun(c, run, signal, parts), {
    cancelled: () => gone.abort(),
    // Closing the connection cancels the stream, and thereby the run.
    stalled: () => c.env?.outgoing?.destroy(),
    stallMs,
  });
  return c.body(stream, 200, {
    'content-type': 'application/x-ndjson',
    'cache-control': 'no-store',
    // Without this, nginx would buffer the events.
    'x-accel-buffering': 'no',
    // Without this, the adapter would hold back the headers to see whether the body is short.
    'transfer-encoding': 'chunked',
  });
}
