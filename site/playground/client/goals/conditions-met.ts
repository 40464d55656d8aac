import type { ErrnoTable } from '../../../facts/errno-table.ts';
import { metByCall, metByEvent } from '../explain/condition-met.ts';
import type { MetErrno } from '../explain/condition-met.ts';
import type { Tape } from '../explain/scope-of.ts';
import { eventsOf } from '../row-values.ts';
import { isFromKernel } from './sightings.ts';

/** The error conditions that the kernel certainly met on a tape, as `io_setup#einval-nr-zero`. */
export function conditionsMet(tape: Tape, errnos: ErrnoTable): string[] {
  const met = tape.rows.flatMap((row) => {
    if (row.status.kind !== 'returned' || !isFromKernel(row.status)) return [];
    return [
      metByCall(row, tape, errnos),
      ...eventsOf(row).map((event) => metByEvent(event, row, tape, errnos)),
    ];
  });
  return [...new Set(met.flatMap(named))];
}

const named = (met: MetErrno | null): string[] => (met?.id ? [`${met.place.page}#${met.id}`] : []);
