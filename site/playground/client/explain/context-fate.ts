import type { ContextFate } from '../../../facts/sign-schema.ts';
import { contextOf } from '../requests.ts';
import type { TapeRow } from '../run-state.ts';

/**
 * What had become of a context when a call asked for it. A tape can't tell more: whether the ring
 * was unmapped, or whether it is a child of fork(2) that asks.
 */
export function contextFate(
  handle: string,
  asking: TapeRow,
  rows: readonly TapeRow[],
): ContextFate | 'live' {
  if (handle === '0') return 'zero';
  const made = rows.findLast((row) => row.call < asking.call && handleMadeBy(row) === handle);
  if (!made) return 'never-made';
  const destroyed = rows.find(
    (row) => row.call > made.call && row !== asking && destroys(row, handle, asking),
  );
  if (!destroyed) return 'live';
  return destroyed.call < asking.call ? 'destroyed' : 'destroyed-meanwhile';
}

function handleMadeBy({ name, status, arguments: args }: TapeRow): string | undefined {
  const isMade = name === 'io_setup' && status.kind === 'returned' && !status.errno;
  return isMade ? args[1]?.fields?.[0]?.text : undefined;
}

/** A context is out of reach as soon as io_destroy begins; the call itself goes on for a while. */
function destroys(row: TapeRow, handle: string, asking: TapeRow): boolean {
  const { name, status, atNs } = row;
  const succeeds = status.kind !== 'returned' || !status.errno;
  const leftNs = asking.status.kind === 'returned' ? asking.status.atNs : Infinity;
  return name === 'io_destroy' && succeeds && contextOf(row) === handle && atNs < leftNs;
}
