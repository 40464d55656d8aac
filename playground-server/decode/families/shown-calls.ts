import { families } from './families-table.ts';
import type { CallRow } from './family.ts';

const rows: ReadonlyMap<string, CallRow> = new Map(
  families.flatMap(({ calls }) => calls.map((row) => [row.name, row])),
);

/** The row of a call; a call without one is on the tape only if it was refused. */
export const rowOf = (call: string): CallRow | undefined => rows.get(call);

/** The calls that are shown, by family. */
export const shownCalls = families.map(({ calls, shown, reason }) => ({
  calls: calls.map(({ name }) => name),
  shown,
  reason,
}));
