import { hasFailed, isUnderWay } from '../../client/run-state.ts';
import type { RunState } from '../../client/run-state.ts';
import type { Words } from '../../../words/words.ts';
import { runReport } from './run-report.ts';
import type { RunReport } from './run-report.ts';

/** A run's result in two or three words, to be shown beside Run, and where to look. */
export interface RunSummary {
  tone: RunReport['tone'];
  text: string;
  /** A call on the tape, a line of the source, or what the report says. */
  place:
    | { kind: 'call'; call: number; line: number | null }
    | { kind: 'line'; line: number }
    | { kind: 'report' };
}

/**
 * The first failure, if there is one: `line 10: EINVAL`; else how many calls there were, those after the
 * end of a full tape among them.
 */
export function runSummary(state: RunState, words: Words): RunSummary {
  const { rows, diagnostics, phase, untold } = state;
  const report = runReport(state, words);
  const atLine = (line: number | null, what: string) =>
    line ? words.say('playground.came.atLine', { line, what }) : what;
  const calls = words.say('playground.came.calls', { count: rows.length + countOf(untold) });
  if (isUnderWay(state)) return { tone: 'waiting', text: calls, place: { kind: 'report' } };
  if (phase.kind !== 'finished')
    return { tone: 'failed', text: words.say('playground.came.notRun'), place: { kind: 'report' } };
  const { outcome } = phase;
  const error = diagnostics.find(({ severity }) => severity === 'error');
  if (outcome.kind === 'not-compiled')
    return {
      tone: 'failed',
      text: atLine(error?.line ?? null, words.say('playground.error')),
      place: error?.line ? { kind: 'line', line: error.line } : { kind: 'report' },
    };
  if (outcome.kind === 'signalled')
    return {
      tone: 'failed',
      text: atLine(report.place?.line ?? null, outcome.signal),
      place: report.place ? { kind: 'line', line: report.place.line } : { kind: 'report' },
    };
  const failed = rows.find(hasFailed);
  if (failed) {
    const { call, line, status } = failed;
    return {
      tone: 'failed',
      text: atLine(line, status.errno.name),
      place: { kind: 'call', call, line },
    };
  }
  const unseen = untold?.calls.find((each) => each.failed > 0);
  if (unseen) {
    const { line, failed } = unseen;
    const number = new Intl.NumberFormat(words.lang).format(failed);
    return {
      tone: 'failed',
      text: atLine(line, words.say('playground.untoldFailed', { failed: number })),
      place: line ? { kind: 'line', line } : { kind: 'report' },
    };
  }
  if (outcome.kind === 'exited') {
    return { tone: outcome.status === 0 ? 'ok' : 'quiet', text: calls, place: { kind: 'report' } };
  }
  return {
    tone: report.tone,
    text: words.say('playground.came.stopped'),
    place: { kind: 'report' },
  };
}

const countOf = (untold: RunState['untold']): number =>
  (untold?.calls ?? []).reduce((sum, { count }) => sum + count, untold?.others ?? 0);
