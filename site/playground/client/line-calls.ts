import type { TapeRow } from './run-state.ts';

/** The calls made by one source line, in order; there is at least one. */
export interface LineCalls {
  line: number;
  calls: readonly [TapeRow, ...TapeRow[]];
}

/** The calls of a tape by the source line that made them, in the order of the lines. */
export function lineCalls(rows: readonly TapeRow[]): LineCalls[] {
  const byLine = new Map<number, [TapeRow, ...TapeRow[]]>();
  for (const row of rows) {
    if (row.line === null) continue;
    const calls = byLine.get(row.line);
    if (calls) calls.push(row);
    else byLine.set(row.line, [row]);
  }
  return [...byLine].sort(([a], [b]) => a - b).map(([line, calls]) => ({ line, calls }));
}
