import type { TapeRow, Untold } from './run-state.ts';

/** The calls made by one source line, in order: those that the tape has, and how many there were. */
export interface LineCalls {
  line: number;
  calls: readonly TapeRow[];
  /** At least one; more than the calls if the tape had no room for all. */
  count: number;
}

/** The calls of a run by the source line that made them, in the order of the lines. */
export function lineCalls(rows: readonly TapeRow[], untold: Untold | null = null): LineCalls[] {
  const byLine = new Map<number, { calls: TapeRow[]; count: number }>();
  const of = (line: number) => {
    const known = byLine.get(line) ?? { calls: [], count: 0 };
    byLine.set(line, known);
    return known;
  };
  for (const row of rows) {
    if (row.line === null) continue;
    const made = of(row.line);
    made.calls.push(row);
    made.count++;
  }
  for (const { line, count } of untold?.calls ?? []) if (line !== null) of(line).count += count;
  return [...byLine].sort(([a], [b]) => a - b).map(([line, made]) => ({ line, ...made }));
}
