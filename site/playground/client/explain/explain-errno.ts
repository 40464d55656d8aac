import type { ErrnoPlace, ErrnoTable } from '../../../facts/errno-table.ts';
import { pathTo } from '../../../facts/volumes.ts';
import type { StoredEvent } from '../row-values.ts';
import type { TapeRow } from '../run-state.ts';
import { metByCall, metByEvent } from './condition-met.ts';
import type { MetErrno } from './condition-met.ts';
import type { Tape } from './scope-of.ts';

/** Where the manual explains an errno, in the reader's language; null if no page does. */
export interface ErrnoExplainer {
  /** The errno that a call set. */
  ofCall(row: TapeRow, tape: Tape): string | null;
  /** The errno in an event that this call has fetched. */
  ofEvent(event: StoredEvent, row: TapeRow, tape: Tape): string | null;
}

/**
 * Leads from an errno to the exact error condition, as far as the tape can tell, or else the
 * example `proves` it (`io_setup#einval-nr-zero`); otherwise to all error conditions of that errno.
 */
export function createExplainer(
  table: ErrnoTable,
  lang: string,
  proves: () => readonly string[],
): ErrnoExplainer {
  const link = (met: MetErrno | null) => {
    if (!met) return null;
    const id = met.id ?? proved(met.place, proves());
    return `/${lang}/${pathTo('call', met.place.page)}/#${id ?? met.place.group}`;
  };
  return {
    ofCall: (row, tape) => link(metByCall(row, tape, table)),
    ofEvent: (event, row, tape) => link(metByEvent(event, row, tape, table)),
  };
}

function proved({ page, conditions }: ErrnoPlace, proves: readonly string[]): string | null {
  const [only, ...others] = conditions.filter(({ id }) => proves.includes(`${page}#${id}`));
  return only && others.length === 0 ? only.id : null;
}
