import { result } from './compare-tapes.ts';
import type { TapeRow } from './run-state.ts';

/** A call as several runs of one snippet made it. */
export interface AlignedCall {
  name: string;
  line: number | null;
  /** One for each tape, in order; null where the call was not made, or not yet. */
  rows: (TapeRow | null)[];
}

/**
 * Lays tapes of one snippet side by side. Calls correspond by their place and by how often it has
 * occurred, in the order of the first tape that has them.
 *
 * @param placeOf what makes calls alike; by default their name
 */
export function alignTapes(
  tapes: readonly (readonly TapeRow[])[],
  placeOf: (row: TapeRow) => string = ({ name }) => name,
): AlignedCall[] {
  const calls = new Map<string, AlignedCall>();
  for (const [at, tape] of tapes.entries()) {
    const seen = new Map<string, number>();
    for (const row of tape) {
      const { name, line } = row;
      const place = placeOf(row);
      const nth = (seen.get(place) ?? 0) + 1;
      seen.set(place, nth);
      const key = `${place} ${nth}`;
      const call = calls.get(key) ?? { name, line, rows: tapes.map(() => null) };
      call.rows[at] = row;
      calls.set(key, call);
    }
  }
  return [...calls.values()];
}

/** Whether the answers of runs that are over differ; a call that only some have made differs, too. */
export function differs({ rows }: AlignedCall, isOver: readonly boolean[]): boolean {
  const answers = rows.filter((_, at) => isOver[at]).map((row) => row && result(row));
  return new Set(answers).size > 1;
}
