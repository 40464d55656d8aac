import { perGrowingTape, perRow } from './per-tape.ts';
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
  for (const { from, end } of alikeIn(rows)) {
    const row = rows[from]!;
    if (errorsOnly && !hasFailed(row)) continue;
    const count = end - from;
    const isFolded = count >= fewestFolded;
    const isUnfolded = isFolded && unfolded.has(row.call);
    entries.push({ row, alike: isFolded ? { count, isUnfolded } : null });
    if (isFolded && !isUnfolded) continue;
    for (let at = from + 1; at < end; at++) entries.push({ row: rows[at]!, alike: null });
  }
  return entries;
}

/** Calls in a row that are alike: their positions on the tape, without the end. */
interface Alike {
  from: number;
  end: number;
}

/** A tape in stretches of calls that are alike; only those from the first that is new are compared. */
const alikeIn = perGrowingTape(
  (): Alike[] => [],
  (stretches, rows, [first = rows.length]) => {
    while ((stretches.at(-1)?.end ?? 0) > first) stretches.pop();
    for (let at = stretches.at(-1)?.end ?? 0; at < rows.length; at++) {
      const last = stretches.at(-1);
      if (last && areAlike(rows[last.from]!, rows[at]!)) last.end++;
      else stretches.push({ from: at, end: at + 1 });
    }
  },
);

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
    one.rules.join() === other.rules.join() &&
    said(a) === said(b)
  );
}

const said = perRow(({ arguments: args }: TapeRow): string => JSON.stringify(args));
