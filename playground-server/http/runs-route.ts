import type { RunRequest } from '../protocol/index.ts';
import type { Admission } from '../run/fair-queue.ts';
import { parseRunRequest } from '../snippet/parse-run-request.ts';
import { reject, type Rejection } from '../snippet/rejection.ts';
import { clientAddress } from './client-address.ts';
import { ndjsonStream } from './ndjson-stream.ts';
import { postRuns } from './openapi-routes.ts';
import { problemResponse } from './problem-response.ts';
import { readBody } from './read-body.ts';
import { recordRun } from './record-run.ts';
import { rejectMediaType } from './reject-media-type.ts';
import { rejectQueue } from './reject-queue.ts';
import type { App, AppContext, ServerParts } from './server-parts.ts';
import { stampEvents } from './stamp-events.ts';

type AcceptedRun = { kind: 'accepted'; request: RunRequest; admission: Admission };

/** A reader who takes nothing for so long is gone, or holds a run's memory on purpose. */
const stallMs = 10_000;
const readinessRetrySeconds = 30;

/** POST /api/v1/runs: a snippet in, the events of its run out. */
export function addRunsRoute(app: App, parts: ServerParts): void {
  // Described, not validated, by the library: snippet/ knows which problem each mistake is.
  app.openAPIRegistry.registerPath(postRuns);
  app.post(postRuns.path, async (c) => {
    const accepted = await acceptRun(c, parts);
    if (accepted.kind === 'accepted') return streamRun(c, accepted, parts);
    parts.metrics.problem(accepted.code);
    return problemResponse(accepted);
  });
}

async function acceptRun(c: AppContext, parts: ServerParts): Promise<AcceptedRun | Rejection> {
  const { engine, readiness, config } = parts;
  const mediaType = rejectMediaType(c.req.raw.headers);
  if (mediaType) return mediaType;
  const body = await readBody(c.req.raw);
  if (body.kind === 'rejection') return body;
  const parsed = parseRunRequest(body.bytes);
  if (parsed.kind === 'rejection') return parsed;
  const [lack] = await readiness.lacking();
  if (lack) {
    const detail = `${lack.name}: ${lack.detail} ${lack.remedy}`.trim();
    return { ...reject('not-ready', detail), retryAfterSeconds: readinessRetrySeconds };
  }
  const unavailable = engine.unavailable(parsed.request);
  if (unavailable !== null) return reject('condition-unavailable', unavailable);
  const socketAddress = c.env?.incoming?.socket.remoteAddress;
  const forwardedFor = c.req.header('x-forwarded-for');
  const admission = engine.admit(
    clientAddress({ socketAddress, forwardedFor }, config.trustProxyHops),
  );
  if ('rejected' in admission) return rejectQueue(admission);
  return { kind: 'accepted', request: parsed.request, admission };
}

function streamRun(c: AppContext, run: AcceptedRun, { engine, log, metrics }: ServerParts) {
  const acceptedNs = process.hrtime.bigint();
  const gone = new AbortController();
  const signal = AbortSignal.any([c.req.raw.signal, gone.signal]);
  const events = engine.run(run.request, run.admission, signal);
  const stamped = stampEvents(events, acceptedNs, (err) => log.error({ err }, 'engine threw'));
  const stream = ndjsonStream(recordRun(stamped, { log, metrics }), {
    cancelled: () => gone.abort(),
    // Closing the connection cancels the stream, and so the run.
    stalled: () => c.env?.outgoing?.destroy(),
    stallMs,
  });
  return c.body(stream, 200, {
    'content-type': 'application/x-ndjson',
    'cache-control': 'no-store',
    // Else nginx would gather the events before it passes them on.
    'x-accel-buffering': 'no',
    // Else the adapter would hold the head back to see whether the body is short.
    'transfer-encoding': 'chunked',
  });
}
