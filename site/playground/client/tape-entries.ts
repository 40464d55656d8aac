import { perRow } from './per-tape.ts';
import { hasFailed } from './run-state.ts';
import type { TapeRow } from './run-state.ts';

/** What stands in one place of a tape: a call, or several alike in a row, of which it is the first. */
export interface TapeEntry {
  row: TapeRow;
  /** How many calls in a row were alike, if this is the first of many. */
  alike: { count: number; isUnfolded: boolean } | null;
}

/** What a reader wishes to see of a tape. */
export interface TapeWishes {
  errorsOnly: boolean;
  /** Numbers of the calls whose likes are unfolded. */
  unfolded: ReadonlySet<number>;
}

/** As many calls are folded: fewer are read faster than the fold is understood. */
const fewestFolded = 4;

/** The entries of a tape, in order. */
export function tapeEntries(
  rows: readonly TapeRow[],
  { errorsOnly, unfolded }: TapeWishes,
): TapeEntry[] {
  const entries: TapeEntry[] = [];
  for (let at = 0, end: number; at < rows.length; at = end) {
    const row = rows[at]!;
    for (end = at + 1; end < rows.length && areAlike(row, rows[end]!);) end++;
    if (errorsOnly && !hasFailed(row)) continue;
    const count = end - at;
    if (count < fewestFolded) {
      for (const each of rows.slice(at, end)) entries.push({ row: each, alike: null });
      continue;
    }
    const isUnfolded = unfolded.has(row.call);
    entries.push({ row, alike: { count, isUnfolded } });
    if (isUnfolded)
      for (const each of rows.slice(at + 1, end)) entries.push({ row: each, alike: null });
  }
  return entries;
}

/** Whether two calls say the same, except of when they were made and how long they took. */
function areAlike(a: TapeRow, b: TapeRow): boolean {
  const [one, other] = [a.status, b.status];
  return (
    a.name === b.name &&
    a.line === b.line &&
    a.thread === b.thread &&
    one.kind === 'returned' &&
    other.kind === 'returned' &&
    one.returned === other.returned &&
    one.errno?.name === other.errno?.name &&
    one.verdict === other.verdict &&
    said(a) === said(b)
  );
}

const said = perRow(({ arguments: args }: TapeRow): string => JSON.stringify(args));
