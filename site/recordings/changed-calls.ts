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

/**
 * What each group of kernels answers to the calls of an example, side by side: since the snippet is
 * the same everywhere, calls correspond by their line, and by how often it was passed.
 */
export function changedCalls(runs: readonly Pick<RunState, 'rows'>[]): ChangedCall[] {
  const calls = new Map<string, Omit<ChangedCall, 'isChanged'>>();
  for (const [at, tape] of runs.entries()) {
    const passed = new Map<string, number>();
    for (const row of tape.rows) {
      const place = `${row.line} ${row.name}`;
      const nth = (passed.get(place) ?? 0) + 1;
      passed.set(place, nth);
      const key = `${place} ${nth}`;
      const call = calls.get(key) ?? { line: row.line, rows: runs.map(() => null) };
      call.rows[at] = row;
      calls.set(key, call);
    }
  }
  return [...calls.values()].map((call) => ({
    ...call,
    isChanged: new Set(call.rows.map((row) => row && answer(row))).size > 1,
  }));
}

/** What a call returned, and what the events say that it fetched. */
const answer = (row: TapeRow): string =>
  [result(row), ...eventsOf(row).map((event) => resultOf(event)?.value)].join(' ');
