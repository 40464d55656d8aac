import type { TapeRow } from './run-state.ts';

/**
 * Computes something about a tape once for each state of it: every row that is shown may ask. Rows
 * are never mutated, so their array stands for what it holds.
 */
export function perTape<T extends object>(
  compute: (rows: readonly TapeRow[]) => T,
): (rows: readonly TapeRow[]) => T {
  const known = new WeakMap<readonly TapeRow[], T>();
  return (rows) => {
    const found = known.get(rows) ?? compute(rows);
    known.set(rows, found);
    return found;
  };
}
