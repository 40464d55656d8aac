import type { ManualPlace, MetErrno, RunEvent } from '../../playground-server/protocol/index.ts';
import type { ErrnoTable } from '../facts/errno-table.ts';
import { applyEvents } from '../playground/client/apply-event.ts';
import { metByCall, metByEvent } from '../playground/client/explain/condition-met.ts';
import { eventsOf, resultOf } from '../playground/client/row-values.ts';
import { hasFailed, requestedRun, type TapeRow } from '../playground/client/run-state.ts';
import type { SearchEntry } from '../search/search-entry.ts';

type Met = ReturnType<typeof metByCall>;

/** The error conditions on a page that are the ones asked for. */
type ConditionsOf = (page: string, is: (condition: SearchEntry) => boolean) => ManualPlace[];

/** The errnos that a run shows, each of them once for each line. */
export function metErrnos(
  events: readonly RunEvent[],
  table: ErrnoTable,
  conditionsOf: ConditionsOf,
): MetErrno[] {
  const tape = applyEvents(requestedRun, events);
  const told = (place: string, errno: string, { line }: TapeRow, met: Met): MetErrno => {
    const isMeant = ({ name, also = [] }: SearchEntry) =>
      met?.id ? name === met.id : also.includes(errno);
    return { place, errno, line, conditions: met ? conditionsOf(met.place.page, isMeant) : [] };
  };
  const all = tape.rows.flatMap((row) => [
    ...(hasFailed(row)
      ? [told(row.name, row.status.errno.name, row, metByCall(row, tape, table))]
      : []),
    ...eventsOf(row).flatMap((event) => {
      const errno = resultOf(event)?.errno;
      return errno
        ? [told('io_event.res', errno.name, row, metByEvent(event, row, tape, table))]
        : [];
    }),
  ]);
  return [...new Map(all.map((met) => [JSON.stringify(met), met])).values()];
}
