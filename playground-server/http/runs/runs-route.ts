import { acceptSnippet, type AcceptedSnippet } from './accept-snippet.ts';
import { answerType, rejectionResponse, type AnswerType } from './answer-type.ts';
import { runDoor } from './run-door.ts';
import { textChunks } from './text-chunks.ts';
import { postRuns } from '../operation/openapi-routes.ts';
import { readRunRequest } from './read-run-request.ts';
import { isSource, readSource } from './read-source.ts';
import type { App, AppContext, ServerParts } from '../server-parts.ts';
import { transcribe } from './transcribe.ts';
import { watchRun } from './watch-run.ts';

/** POST /api/v1/runs: a snippet in, the events of its run out; or the run as text, for a terminal. */
export function addRunsRoute(app: App, parts: ServerParts): void {
  // The library only describes the route: snippet/ validates, and knows the problem for each
  // mistake.
  app.openAPIRegistry.registerPath(postRuns);
  const door = runDoor(parts);
  app.post(postRuns.path, async (c) => {
    const type = answerType(c);
    const read = () => (isSource(c) ? readSource(c) : readRunRequest(c.req.raw));
    const accepted = await acceptSnippet(c, read, parts, door);
    if (accepted.kind === 'rejection') return rejectionResponse(accepted, type);
    return streamRun(c, accepted, type, parts);
  });
}

async function streamRun(
  c: AppContext,
  run: AcceptedSnippet,
  type: AnswerType,
  parts: ServerParts,
): Promise<Response> {
  const gone = new AbortController();
  const signal = AbortSignal.any([c.req.raw.signal, gone.signal]);
  const lines = watchRun(c, run, signal, parts);
  const isText = type === 'text/plain';
  const chunks = isText ? textChunks(transcribe(lines, run.request), '') : textChunks(lines, '\n');
  const stream = await parts.answers.stream(chunks, {
    client: run.admission.client,
    // The run has no reader any more.
    gone: () => gone.abort(),
    disconnect: () => c.env?.outgoing?.destroy(),
  });
  return c.body(stream, 200, {
    'content-type': isText ? `${type}; charset=utf-8` : type,
    // Not `no-store`: with it Chromium reports a stream that was read to its end as aborted
    // (playwright#42742). The answer to a POST is not reused anyway (RFC 9110, 9.3.3).
    'cache-control': 'no-cache',
    // Without this, nginx would buffer the events.
    'x-accel-buffering': 'no',
    // Without this, the adapter would hold back the headers to see whether the body is short.
    'transfer-encoding': 'chunked',
  });
}
