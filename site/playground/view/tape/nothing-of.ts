import type { RunState } from '../../client/run-state.ts';

/** Key of what an empty tape says: only a program that ran can be said to have made no call. */
export const nothingOf = ({ phase }: RunState): string =>
  phase.kind === 'finished' && phase.outcome.kind !== 'not-compiled'
    ? 'playground.noCalls'
    : 'playground.emptyTape';
