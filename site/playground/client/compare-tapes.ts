import type { TapeRow } from './run-state.ts';

/** The recorded counterpart of each call whose result differs from the record, by `call`. */
export type Differences = ReadonlyMap<number, TapeRow>;

/**
 * Compares a live tape with the recorded one. Calls correspond by name and by how often that
 * name was seen before, so that an inserted line does not make all that follows "different".
 */
export function compareTapes(recorded: readonly TapeRow[], live: readonly TapeRow[]): Differences {
  const record = new Map(numbered(recorded));
  const differences = new Map<number, TapeRow>();
  for (const [key, row] of numbered(live)) {
    const before = record.get(key);
    if (before && row.status.kind === 'returned' && result(before) !== result(row)) {
      differences.set(row.call, before);
    }
  }
  return differences;
}

function numbered(rows: readonly TapeRow[]): [string, TapeRow][] {
  const seen = new Map<string, number>();
  return rows.map((row) => {
    const nth = (seen.get(row.name) ?? 0) + 1;
    seen.set(row.name, nth);
    return [`${row.name} ${nth}`, row];
  });
}

function result({ status }: TapeRow): string {
  return status.kind === 'returned'
    ? `${status.returned} ${status.errno?.name ?? ''}`
    : status.kind;
}
