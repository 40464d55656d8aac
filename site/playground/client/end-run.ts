import type { RunPhase, RunState } from './run-state.ts';

type End = Extract<
  RunPhase,
  { kind: 'finished' | 'faulted' | 'rejected' | 'unreachable' | 'connection-lost' }
>;

/**
 * Ends a run and keeps everything that was seen; calls still waiting are marked as never returned.
 */
export function endRun(state: RunState, phase: End): RunState {
  return {
    ...state,
    phase,
    rows: state.rows.map((row) =>
      row.status.kind === 'waiting' ? { ...row, status: { kind: 'unreturned' } } : row,
    ),
  };
}
