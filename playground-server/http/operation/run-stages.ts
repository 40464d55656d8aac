import type { RunEnding, RunRecord } from './run-record.ts';

/** A stage of a run whose duration is worth a histogram. */
export type RunStage = 'queue' | 'compile' | 'first-event' | 'run' | 'total';

/**
 * When each stage of a run ended, in nanoseconds since the run was accepted: each includes those
 * before it. Stages that it never reached are left out. If a run was cancelled while it waited, no
 * event says when it got its slot; then `queue` ends where an event last said that it was waiting.
 */
export function stageEnds(record: RunRecord, ending: RunEnding): [RunStage, number][] {
  const { compiled, waitedNs, firstEventNs } = record;
  const isRefused = ending.kind === 'finished' && ending.outcome.kind === 'not-compiled';
  const ends: [RunStage, number | null][] = [
    ['queue', compiled?.startNs ?? waitedNs],
    ['compile', compiled?.atNs ?? (isRefused ? ending.atNs : null)],
    ['first-event', firstEventNs],
    ['run', compiled && ending.atNs],
    ['total', ending.atNs],
  ];
  return ends.flatMap(([stage, endNs]) => (endNs === null ? [] : [[stage, endNs]]));
}
