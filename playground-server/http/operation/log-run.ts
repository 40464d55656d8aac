import type { Log } from './log.ts';
import type { RunRecord } from './run-record.ts';

/** Writes one line about a run, and another if the failure was ours; times are in milliseconds. */
export function logRun(record: RunRecord, log: Log): void {
  const { runId, queuedAt, compiled, firstCallNs, ending, events } = record;
  if (ending?.kind === 'faulted') {
    log.error({ runId, code: ending.code, message: ending.message }, 'fault');
  }
  const line = {
    runId,
    ...(queuedAt !== null && { queuedAt }),
    ...(compiled && { compiledMs: ms(compiled.atNs), cached: compiled.cached }),
    ...(firstCallNs !== null && { firstCallMs: ms(firstCallNs) }),
    ...(ending?.kind === 'finished' && { outcome: ending.outcome }),
    ...(ending?.kind === 'faulted' && { fault: ending.code }),
    ...(ending && { totalMs: ms(ending.atNs) }),
    events,
  };
  log.info(line, 'run');
}

const ms = (ns: number): number => ns / 1e6;
