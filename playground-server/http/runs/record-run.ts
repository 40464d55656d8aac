import type { RunEvent } from '../../protocol/index.ts';
import type { Log } from '../operation/log.ts';
import type { Metrics } from '../operation/metrics.ts';

/** Passes a run's events on, and writes one line about it once it is over. */
export async function* recordRun(
  events: AsyncIterable<RunEvent>,
  { log, metrics }: { log: Log; metrics: Pick<Metrics, 'fault'> },
): AsyncGenerator<RunEvent> {
  const line: Record<string, unknown> = {};
  let count = 0;
  for await (const event of events) {
    count += 1;
    note(line, event);
    if (event.kind === 'faulted') {
      metrics.fault(event.code);
      log.error({ runId: line['runId'], code: event.code, message: event.message }, 'fault');
    }
    yield event;
  }
  log.info({ ...line, events: count }, 'run');
}

/** Times are milliseconds since the run was accepted. What the snippet says is not noted. */
function note(line: Record<string, unknown>, event: RunEvent): void {
  const atMs = Number(event.atNs) / 1e6;
  if (event.kind === 'accepted') line['runId'] = event.runId;
  if (event.kind === 'queued') line['queuedAt'] ??= event.position;
  if (event.kind === 'compiled') Object.assign(line, { compiledMs: atMs, cached: event.cached });
  if (event.kind === 'syscall-entry') line['firstCallMs'] ??= atMs;
  if (event.kind === 'finished') Object.assign(line, { outcome: event.outcome, totalMs: atMs });
  if (event.kind === 'faulted') Object.assign(line, { fault: event.code, totalMs: atMs });
}
