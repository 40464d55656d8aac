import type { CallStatus, TapeRow } from './run-state.ts';

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

/**
 * The same, for what only grows with a tape and takes no harm from a call that is added again when
 * it has returned: of a longer tape only the calls that are new are looked at.
 */
export function perGrowingTape<T>(
  begin: () => T,
  add: (index: T, row: TapeRow) => void,
): (rows: readonly TapeRow[]) => T {
  let index = begin();
  let settled: TapeRow[] = [];
  return (rows) => {
    const last = settled.at(-1);
    if (last && rows[settled.length - 1] !== last) [index, settled] = [begin(), []];
    for (const row of rows.slice(settled.length)) add(index, row);
    const next = rows.findIndex(({ status }, at) => at >= settled.length && isOpen(status));
    settled.push(...rows.slice(settled.length, next < 0 ? rows.length : next));
    return index;
  };
}

const isOpen = ({ kind }: CallStatus): boolean => kind !== 'returned';

/** The same about one call: it outlives the states of a tape, of which each event makes a new one. */
export function perRow<T>(compute: (row: TapeRow) => T): (row: TapeRow) => T {
  const known = new WeakMap<TapeRow, { value: T }>();
  return (row) => {
    const found = known.get(row) ?? { value: compute(row) };
    known.set(row, found);
    return found.value;
  };
}
