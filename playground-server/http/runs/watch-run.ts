import { logRun } from '../operation/log-run.ts';
import { addEvent, unknownRun, type RunRecord } from '../operation/run-record.ts';
import type { RunTrace } from '../operation/run-traces.ts';
import type { AppContext, ServerParts } from '../server-parts.ts';
import type { AcceptedSnippet } from './accept-snippet.ts';
import { stampEvents } from './stamp-events.ts';

type Parts = Pick<ServerParts, 'engine' | 'lastHour' | 'log' | 'metrics' | 'results' | 'traces'>;

/**
 * The events of one run as lines of the stream, timed from when its request was accepted. Once they
 * are over, their summary goes to the log, the metrics, the status page and the trace collector, and
 * the run may be shared.
 */
export async function* watchRun(
  c: AppContext,
  { request, admission }: AcceptedSnippet,
  signal: AbortSignal,
  parts: Parts,
): AsyncGenerator<string> {
  const traceparent = c.req.header('traceparent');
  const ranAtMs = Date.now();
  const trace = parts.traces.begin({ acceptedMs: ranAtMs, traceparent });
  const acceptedNs = process.hrtime.bigint();
  const events = parts.engine.run(request, admission, signal, trace.traceparent);
  const thrown = (err: unknown) => parts.log.error({ err }, 'engine threw');
  const lines = parts.results?.lines();
  let record = unknownRun;
  for await (const { line, event } of stampEvents(events, acceptedNs, thrown)) {
    record = addEvent(record, event);
    lines?.add(line);
    yield line;
  }
  tell(record, trace, parts);
  if (lines && isWhole(record)) {
    const { client } = admission;
    parts.results?.remember({ runId: record.runId, client, ranAtMs, request, lines: lines.all });
  }
}

function tell(record: RunRecord, trace: RunTrace, parts: Parts): void {
  logRun(record, parts.log);
  parts.metrics.run(record);
  parts.lastHour.add(record);
  trace.end(record);
}

/** Whether it says all that the snippet did, and not only how far it came. */
const isWhole = ({ ending }: RunRecord): boolean =>
  ending?.kind === 'finished' && !['cancelled', 'crowded-out'].includes(ending.outcome.kind);
