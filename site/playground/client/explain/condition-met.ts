import type { ErrnoPlace, ErrnoTable } from '../../../facts/errno-table.ts';
import { operationsOf } from '../operations.ts';
import { resultOf } from '../row-values.ts';
import type { StoredEvent } from '../row-values.ts';
import { hasFailed } from '../run-state.ts';
import type { TapeRow } from '../run-state.ts';
import { findErrorCondition } from './find-error-condition.ts';
import { scopeOf } from './scope-of.ts';
import type { Tape } from './scope-of.ts';

/** Where the manual explains an errno, and the one error condition that was met; null if unsure. */
export interface MetErrno {
  place: ErrnoPlace;
  id: string | null;
}

/** What the errno that a call set means; null if it set none, or no page explains it. */
export function metByCall(row: TapeRow, tape: Tape, table: ErrnoTable): MetErrno | null {
  if (!hasFailed(row)) return null;
  const { verdict } = row.status;
  const place = table[row.name]?.[row.status.errno.name];
  // What only watching brought about is none of the manual's error conditions.
  if (!place || verdict === 'watched') return null;
  return { place, id: findErrorCondition(place.conditions, scopeOf(row, tape), verdict) };
}

/** The same for the errno in an event that a call has fetched. */
export function metByEvent(
  event: StoredEvent,
  row: TapeRow,
  tape: Tape,
  table: ErrnoTable,
): MetErrno | null {
  const errno = resultOf(event)?.errno;
  const place = errno ? table['io_event']?.[errno.name] : undefined;
  if (!place) return null;
  const scope = scopeOf(row, tape, operationsOf(tape.rows).byEvent.get(event)?.submitted);
  return { place, id: findErrorCondition(place.conditions, scope, 'kernel') };
}
