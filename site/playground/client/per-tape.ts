import type { TapeRow } from './run-state.ts';

/**
 * Keeps what is known of a tape while it grows, because to compute it anew whenever a call comes
 * would cost too much: `grow` is told which rows, by position, are new or have changed since it was
 * asked the last time. Rows are never mutated, so that each identifies what it says.
 */
export function perGrowingTape<T>(
  begin: () => T,
  grow: (index: T, rows: readonly TapeRow[], news: readonly number[]) => void,
): (rows: readonly TapeRow[]) => T {
  let index = begin();
  let known: readonly TapeRow[] = [];
  return (rows) => {
    if (rows === known) return index;
    if (!areGoneOn(known, rows)) [index, known] = [begin(), []];
    const news = [...rows.keys()].filter((at) => rows[at] !== known[at]);
    if (news.length > 0) grow(index, rows, news);
    known = rows;
    return index;
  };
}

/** Whether these are the rows of the same tape, seen later: all that has changed is what waited. */
const areGoneOn = (before: readonly TapeRow[], now: readonly TapeRow[]): boolean =>
  before.length <= now.length &&
  before.every((row, at) => {
    const later = now[at]!;
    return row === later || (isWaiting(row) && row.call === later.call && row.atNs === later.atNs);
  });

const isWaiting = ({ status }: TapeRow): boolean => status.kind === 'waiting';

/** Computes something about a call once: it outlives the states of a tape, of which each event makes a new one. */
export function perRow<T>(compute: (row: TapeRow) => T): (row: TapeRow) => T {
  const known = new WeakMap<TapeRow, { value: T }>();
  return (row) => {
    const found = known.get(row) ?? { value: compute(row) };
    known.set(row, found);
    return found.value;
  };
}
