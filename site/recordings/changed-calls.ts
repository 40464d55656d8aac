import { alignTapes, type AlignedCall } from '../playground/client/align-tapes.ts';
import { result } from '../playground/client/compare-tapes.ts';
import { eventsOf, resultOf } from '../playground/client/row-values.ts';
import type { RunState, TapeRow } from '../playground/client/run-state.ts';

/** A call of an example on groups of kernels, and whether they answer it alike. */
export interface ChangedCall extends AlignedCall {
  isChanged: boolean;
}

/**
 * What each group of kernels answers to the calls of an example, side by side: since the snippet is
 * the same everywhere, calls correspond by their line, and by how often it was passed.
 */
export const changedCalls = (runs: readonly Pick<RunState, 'rows'>[]): ChangedCall[] =>
  alignTapes(
    runs.map(({ rows }) => rows),
    ({ line, name }) => `${line} ${name}`,
  ).map((call) => ({
    ...call,
    isChanged: new Set(call.rows.map((row) => row && answer(row))).size > 1,
  }));

/** What a call returned, and what the events say that it fetched. */
const answer = (row: TapeRow): string =>
  [result(row), ...eventsOf(row).map((event) => resultOf(event)?.value)].join(' ');
