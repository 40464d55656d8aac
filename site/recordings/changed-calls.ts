import { alignTapes } from '../playground/client/align-tapes.ts';
import { result } from '../playground/client/compare-tapes.ts';
import { eventsOf, resultOf } from '../playground/client/row-values.ts';
import type { RunState, TapeRow } from '../playground/client/run-state.ts';

/** A call of an example on groups of kernels, and whether they answer it alike. */
export interface ChangedCall {
  line: number | null;
  /** one for each group, in order; null where the call was not made */
  rows: (TapeRow | null)[];
  isChanged: boolean;
}

/** What each group of kernels answers to the calls of an example, side by side. */
export const changedCalls = (runs: readonly Pick<RunState, 'rows'>[]): ChangedCall[] =>
  alignTapes(runs.map(({ rows }) => rows)).map(({ line, rows }) => ({
    line,
    rows,
    isChanged: new Set(rows.map((row) => row && answer(row))).size > 1,
  }));

/** What a call returned, and what the events say that it fetched. */
const answer = (row: TapeRow): string =>
  [result(row), ...eventsOf(row).map((event) => resultOf(event)?.value)].join(' ');
