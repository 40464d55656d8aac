import type { RunPhase, RunState } from './run-state.ts';

type End = Extract<
  RunPhase,
  { kind: 'finished' | 'faulted' | 'rejected' | 'unreachable' | 'connection-lost' }
>;

/** Ends a run and keeps all that was seen; a call still waiting is known never to have returned. */
export function endRun(state: RunState, phase: End): RunState {
  return {
    ...state,
    phase,
    rows: state.rows.map((row) =>
      row.status.kind === 'waiting' ? { ...row, status: { kind: 'unreturned' } } : row,
    ),
  };
}
