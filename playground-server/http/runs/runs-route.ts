import { acceptSnippet, type AcceptedSnippet } from './accept-snippet.ts';
import { runDoor } from './run-door.ts';
import { ndjsonChunks } from './ndjson-chunks.ts';
import { postRuns } from '../operation/openapi-routes.ts';
import { problemResponse } from '../problem-response.ts';
import { readRunRequest } from './read-run-request.ts';
import type { App, AppContext, ServerParts } from '../server-parts.ts';
import { watchRun } from './watch-run.ts';

/** POST /api/v1/runs: a snippet in, the events of its run out. */
export function addRunsRoute(app: App, parts: ServerParts): void {
  // The library only describes the route: snippet/ validates, and knows the problem for each
  // mistake.
  app.openAPIRegistry.registerPath(postRuns);
  const door = runDoor(parts);
  app.post(postRuns.path, async (c) => {
    const accepted = await acceptSnippet(c, () => readRunRequest(c.req.raw), parts, door);
    if (accepted.kind === 'rejection') return problemResponse(accepted);
    return streamRun(c, accepted, parts);
  });
}

function streamRun(c: AppContext, run: AcceptedSnippet, parts: ServerParts) {
  const gone = new AbortController();
  const signal = AbortSignal.any([c.req.raw.signal, gone.signal]);
  const stream = parts.answers.stream(ndjsonChunks(watchRun(c, run, signal, parts)), {
    client: run.admission.client,
    // The run has no reader any more.
    gone: () => gone.abort(),
    disconnect: () => c.env?.outgoing?.destroy(),
  });
  return c.body(stream, 200, {
    'content-type': 'application/x-ndjson',
    // Not `no-store`: with it Chromium reports a stream that was read to its end as aborted
    // (playwright#42742). The answer to a POST is not reused anyway (RFC 9110, 9.3.3).
    'cache-control': 'no-cache',
    // Without this, nginx would buffer the events.
    'x-accel-buffering': 'no',
    // Without this, the adapter would hold back the headers to see whether the body is short.
    'transfer-encoding': 'chunked',
  });
}
