import type { RunEnding, RunRecord } from './run-record.ts';

/** A stage of a run whose duration is worth a histogram. */
export type RunStage = 'queue' | 'compile' | 'first-event' | 'run' | 'total';

/**
 * When the stages of a run were over, in nanoseconds since it was accepted: each holds those before
 * it. Those that it did not come to are left out. Of a run that was given up no event says when it
 * had its slot: then `queue` ends where it was last told that it waits.
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
