import type { TapeRow } from './run-state.ts';

/** What stands at the end of one source line: its last call, and how many there were. */
export interface LineResult {
  line: number;
  last: TapeRow;
  times: number;
}

/** The calls of a tape by the source line that made them, in the order of the lines. */
export function lineResults(rows: readonly TapeRow[]): LineResult[] {
  const byLine = new Map<number, LineResult>();
  for (const row of rows) {
    if (row.line === null) continue;
    const times = (byLine.get(row.line)?.times ?? 0) + 1;
    byLine.set(row.line, { line: row.line, last: row, times });
  }
  return [...byLine.values()].sort((a, b) => a.line - b.line);
}
