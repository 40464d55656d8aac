import { endingWord, type RunEnding, type RunRecord } from './run-record.ts';

/** A stage of a run as a span within the run's own; nanoseconds since the run was accepted. */
export interface StageSpan {
  name: 'queue' | 'compile' | 'program';
  fromNs: number;
  toNs: number;
}

export function spansOf({ compiled, waitedNs }: RunRecord, { atNs }: RunEnding): StageSpan[] {
  if (!compiled) return [{ name: 'compile', fromNs: waitedNs, toNs: atNs }];
  return [
    { name: 'queue', fromNs: 0, toNs: compiled.startNs },
    { name: 'compile', fromNs: compiled.startNs, toNs: compiled.atNs },
    { name: 'program', fromNs: compiled.atNs, toNs: atNs },
  ];
}

/** Attributes for the span of a whole run. */
export const spanAttributes = (
  { runId, compiled, calls }: RunRecord,
  ending: RunEnding,
): Record<string, string | number | boolean> => ({
  'live_man.run_id': runId,
  ...(compiled && { 'live_man.cached': compiled.cached }),
  'live_man.outcome': endingWord(ending),
  'live_man.calls': calls,
});
