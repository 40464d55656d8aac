import type { DecodedValue } from '../../../playground-server/protocol/index.ts';
import { addressOf } from './explain/number-of.ts';
import type { TapeRow } from './run-state.ts';

/** One iocb that io_submit took, and what the tape shows of its life. */
export interface Request {
  /** The handle of its context, and the address of its iocb. */
  context: string;
  iocb: string;
  /** The iocb as it was when it was submitted. */
  submitted: DecodedValue;
  submittedBy: TapeRow;
  /** The call that fetched its event, and the event; null as long as none has. */
  reapedBy: TapeRow | null;
  event: DecodedValue | null;
  /** The io_cancel that the kernel answered with EINPROGRESS, which means: cancelled. */
  cancelledBy: TapeRow | null;
}

/**
 * The requests of a tape, in the order of their submission. An event belongs to the oldest request
 * of its context that has its iocb's address and no event yet.
 */
export function requestsOf(rows: readonly TapeRow[]): Request[] {
  const requests: Request[] = [];
  for (const row of inOrderOfEffect(rows)) {
    if (row.name === 'io_submit') requests.push(...submittedBy(row));
    else if (row.name === 'io_cancel') cancel(row, requests);
    else reap(row, requests);
  }
  return requests;
}

/** The events that a call has fetched. */
export const eventsOf = (row: TapeRow): readonly DecodedValue[] =>
  (argument(row, 'events')?.fields ?? []).filter(({ fields }) => fields);

/** The handle that a call was given. */
export const contextOf = (row: TapeRow): string => argument(row, 'ctx_id')?.text ?? '';

const argument = (row: TapeRow, name: string): DecodedValue | undefined =>
  row.arguments.find((each) => each.name === name);

/** A request is taken while io_submit goes on; an event is fetched when io_getevents is over. */
function inOrderOfEffect(rows: readonly TapeRow[]): TapeRow[] {
  const effectNs = ({ name, atNs, status }: TapeRow) =>
    name !== 'io_submit' && status.kind === 'returned' ? status.atNs : atNs;
  return rows
    .filter(({ name }) => /^io_(submit|cancel|p?getevents)$/.test(name))
    .sort((a, b) => effectNs(a) - effectNs(b));
}

function submittedBy(row: TapeRow): Request[] {
  const taken = row.status.kind === 'returned' ? Number(row.status.returned) : 0;
  const iocbs = argument(row, 'iocbpp')?.fields ?? [];
  return iocbs.slice(0, Math.max(0, taken)).flatMap((submitted) =>
    submitted.fields
      ? {
          context: contextOf(row),
          iocb: addressOf(submitted),
          submitted,
          submittedBy: row,
          reapedBy: null,
          event: null,
          cancelledBy: null,
        }
      : [],
  );
}

function cancel(row: TapeRow, requests: readonly Request[]): void {
  if (row.status.kind !== 'returned' || row.status.errno?.name !== 'EINPROGRESS') return;
  const iocb = argument(row, 'iocb');
  const request = requests.findLast(
    (each) => iocb && each.iocb === addressOf(iocb) && each.context === contextOf(row),
  );
  if (request) request.cancelledBy = row;
}

function reap(row: TapeRow, requests: readonly Request[]): void {
  for (const event of eventsOf(row)) {
    const iocb = event.fields?.find(({ name }) => name === 'obj');
    const request = requests.find(
      (each) => !each.event && iocb && each.iocb === iocb.text && each.context === contextOf(row),
    );
    if (request) Object.assign(request, { reapedBy: row, event });
  }
}
