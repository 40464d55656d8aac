import type { TapeRow } from './run-state.ts';

/**
 * Computes something about a tape only once per state, because every visible row may ask for it.
 * Rows are never mutated, so their array identifies their content.
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
