/** A table of numbers by name, the other way round. */
export const byNumber = (table: Readonly<Record<string, number>>): ReadonlyMap<number, string> =>
  new Map(Object.entries(table).map(([name, number]) => [number, name]));
