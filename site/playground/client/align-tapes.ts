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
 * Lays tapes of one snippet side by side. Calls correspond by name and by how often that name has
 * occurred, in the order of the first tape that has them.
 */
export function alignTapes(tapes: readonly (readonly TapeRow[])[]): AlignedCall[] {
  const calls = new Map<string, AlignedCall>();
  for (const [at, tape] of tapes.entries()) {
    const seen = new Map<string, number>();
    for (const row of tape) {
      const { name, line } = row;
      const nth = (seen.get(name) ?? 0) + 1;
      seen.set(name, nth);
      const call = calls.get(`${name} ${nth}`) ?? { name, line, rows: tapes.map(() => null) };
      call.rows[at] = row;
      calls.set(`${name} ${nth}`, call);
    }
  }
  return [...calls.values()];
}

/** Whether the answers of runs that are over differ; a call that only some have made differs, too. */
export function differs({ rows }: AlignedCall, isOver: readonly boolean[]): boolean {
  const answers = rows.filter((_, at) => isOver[at]).map((row) => row && result(row));
  return new Set(answers).size > 1;
}
