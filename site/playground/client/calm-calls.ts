import { refusableCalls } from '../../../playground-server/protocol/refusable-call.ts';
import { hasFailed, type TapeRow } from './run-state.ts';

const aioCalls: ReadonlySet<string> = new Set(refusableCalls);

/** A call that somebody who reads of AIO may skip: it is not one of AIO's, and it has succeeded. */
export const isCalm = (row: TapeRow): boolean =>
  !aioCalls.has(row.name) &&
  row.status.kind === 'returned' &&
  row.status.verdict === 'kernel' &&
  !hasFailed(row);

/** Names with their numbers, in the order in which they come first: `openat, pwrite64 ×12`. */
export function namesOf(rows: readonly TapeRow[]): string {
  const byName = Map.groupBy(rows, ({ name }) => name);
  return [...byName]
    .map(([name, { length }]) => (length > 1 ? `${name} ×${length}` : name))
    .join(', ');
}
