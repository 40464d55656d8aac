import type { RunState, TapeRow } from '../../playground/client/run-state.ts';
import type { FinishedCall, FinishedRun } from '../frame-events.ts';

/** What the page around hears of a run that has ended. */
export function finishedRun({ phase, rows, output }: RunState): FinishedRun {
  const ended = phase.kind === 'finished' ? phase.outcome : null;
  return {
    outcome: ended?.kind ?? phase.kind,
    status: ended?.kind === 'exited' ? ended.status : null,
    calls: rows.map(finishedCall),
    output: output.map(({ text }) => text).join(''),
  };
}

function finishedCall({ name, line, status }: TapeRow): FinishedCall {
  const isBack = status.kind === 'returned';
  return {
    name,
    line,
    returned: isBack ? status.returned : null,
    errno: isBack ? (status.errno?.name ?? null) : null,
  };
}
