import { perGrowingTape, perRow } from './per-tape.ts';
import { isCalm } from './calm-calls.ts';
import { hasFailed } from './run-state.ts';
import type { TapeRow } from './run-state.ts';

/** What stands in one place of a tape: a call, or several alike in a row, of which it is the first. */
export interface TapeEntry {
  row: TapeRow;
  /** How many calls in a row were alike, if this is the first of many. */
  alike: { count: number; isUnfolded: boolean } | null;
  /** In its place stands what sums up these calls in a row; where they are shown, they follow it. */
  summed?: { rows: readonly TapeRow[]; isUnfolded: boolean };
}

/** What a reader wishes to see of a tape. */
export interface TapeWishes {
  errorsOnly: boolean;
  /** Numbers of the calls whose likes are unfolded. */
  unfolded: ReadonlySet<number>;
  /**
   * Where a tape is too long to be read whole, such as on a phone: numbers of the calls with which
   * those begin that are shown although they can be skipped.
   */
  shown?: ReadonlySet<number>;
}

/** As many calls are folded: fewer are read faster than the fold is understood. */
const fewestFolded = 4;

/** As many that can be skipped are summed up. */
const fewestSummed = 6;

/** The entries of a tape, in order. */
export function tapeEntries(
  rows: readonly TapeRow[],
  { errorsOnly, unfolded, shown }: TapeWishes,
): TapeEntry[] {
  const entries: TapeEntry[] = [];
  let summedTo = 0;
  for (const { from, end } of alikeIn(rows)) {
    const row = rows[from]!;
    if (shown && from >= summedTo && !errorsOnly) {
      summedTo = endOfCalm(rows, from);
      if (summedTo - from >= fewestSummed) {
        const summed = { rows: rows.slice(from, summedTo), isUnfolded: shown.has(row.call) };
        entries.push({ row, alike: null, summed });
      } else summedTo = Math.max(summedTo, end);
    }
    if (isHidden(entries.at(-1), row)) continue;
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

/** The position after the calls in a row, from a position on, that can be skipped. */
function endOfCalm(rows: readonly TapeRow[], from: number): number {
  let end = from;
  while (end < rows.length && isCalm(rows[end]!)) end++;
  return end;
}

/** Whether a call is one of those that the last entry sums up. */
const isHidden = (last: TapeEntry | undefined, { call }: TapeRow): boolean =>
  last?.summed !== undefined && !last.summed.isUnfolded && call <= last.summed.rows.at(-1)!.call;

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
