import type { TapeRow } from './run-state.ts';

/** How a live call differs from the recorded one. */
export type Difference = { kind: 'changed'; recorded: TapeRow } | { kind: 'added' };

/** How a live tape differs from the recorded one. */
export interface TapeComparison {
  /** By `call` of the live row. */
  differences: ReadonlyMap<number, Difference>;
  /** Recorded calls that the live run has not made, or has not made yet. */
  missing: readonly TapeRow[];
}

/**
 * Compares a live tape with the recorded one. Calls correspond by name and by how often that name
 * has occurred, so that an inserted line does not make everything after it "different". A call that
 * has not returned yet is not judged.
 */
export function compareTapes(
  recorded: readonly TapeRow[],
  live: readonly TapeRow[],
): TapeComparison {
  const differences = new Map<number, Difference>();
  if (recorded.length === 0) return { differences, missing: [] };
  const left = Map.groupBy(recorded, ({ name }) => name);
  for (const row of live) {
    const before = left.get(row.name)?.shift();
    if (row.status.kind === 'waiting') continue;
    if (!before) differences.set(row.call, { kind: 'added' });
    else if (result(before) !== result(row))
      differences.set(row.call, { kind: 'changed', recorded: before });
  }
  const isLeft = new Set([...left.values()].flat());
  return { differences, missing: recorded.filter((row) => isLeft.has(row)) };
}

/** What a reader compares of two answers. */
export function result({ status }: TapeRow): string {
  return status.kind === 'returned'
    ? // Addresses are up to chance: only whether there is one can be compared.
      `${status.shown === undefined ? status.returned : 'address'} ${status.errno?.name ?? ''}`
    : status.kind;
}
