import { fieldsOf, named } from '../../../../playground-server/protocol/decoded-fields.ts';
import type { DecodedValue } from '../../../../playground-server/protocol/index.ts';
import type { ErrnoTable } from '../../../facts/errno-table.ts';
import type {
  CallPattern,
  EventPattern,
  SeenPattern,
} from '../../../facts/goals/goal-pattern-schema.ts';
import { metByCall, metByEvent } from '../explain/condition-met.ts';
import type { MetErrno } from '../explain/condition-met.ts';
import { judge } from '../explain/judge-sign.ts';
import { scopeOf } from '../explain/scope-of.ts';
import type { Tape } from '../explain/scope-of.ts';
import { operationsOf } from '../operations.ts';
import { eventsOf, resultOf } from '../row-values.ts';
import type { StoredEvent } from '../row-values.ts';
import type { CallStatus, TapeRow } from '../run-state.ts';
import { isInRange } from './is-in-range.ts';

type Returned = Extract<CallStatus, { kind: 'returned' }>;

/** A call that has returned. */
type ReturnedRow = TapeRow & { status: Returned };

/** A call that fits a pattern, or an event that does. */
export interface Sighting {
  /** Its place on the tape: by the time of the return, and an event behind the call that fetched it. */
  at: number;
  row: ReturnedRow;
  /** Nobody but the kernel gave this answer. */
  isGenuine: boolean;
}

/** More events than one call stores on a tape. */
const placesOfCall = 1 << 16;

/** What fits a pattern, in the order of the tape. */
export function sightingsOf(pattern: SeenPattern, tape: Tape, errnos: ErrnoTable): Sighting[] {
  const returned = inOrderOfReturn(tape.rows);
  return returned.flatMap((row, index) => {
    const at = index * placesOfCall;
    const isGenuine = isFromKernel(row.status);
    if ('call' in pattern)
      return callFits(pattern, row, tape, errnos) ? [{ at, row, isGenuine }] : [];
    return eventsOf(row).flatMap((event, place) =>
      eventFits(pattern.event, event, row, tape, errnos)
        ? [{ at: at + 1 + place, row, isGenuine }]
        : [],
    );
  });
}

/** Whether no condition gave the answer, and no limit of the playground or of this server. */
export const isFromKernel = ({ verdict }: Returned): boolean => verdict === 'kernel';

const isReturned = (row: TapeRow): row is ReturnedRow => row.status.kind === 'returned';

/** The calls that have returned, by the time at which they did. */
export const inOrderOfReturn = (rows: readonly TapeRow[]): ReturnedRow[] =>
  rows.filter(isReturned).sort((a, b) => a.status.atNs - b.status.atNs);

/** What syscall(2) returns: −1 is any error. */
export const returnedBy = ({ errno, raw }: Returned): number => (errno ? -1 : Number(raw));

function callFits(pattern: CallPattern, row: ReturnedRow, tape: Tape, errnos: ErrnoTable): boolean {
  const { status } = row;
  return (
    row.name === pattern.call &&
    isInRange(returnedBy(status), pattern.returned) &&
    (pattern.errno === undefined || status.errno?.name === pattern.errno) &&
    (pattern.tookMs === undefined || isInRange(Number(status.elapsedNs) / 1e6, pattern.tookMs)) &&
    (pattern.thread === undefined || (row.thread === 1) === (pattern.thread === 'first')) &&
    (pattern.of === undefined || submittedBy(row).some((iocb) => hasOpcode(iocb, pattern.of!))) &&
    (pattern.where === undefined || judge(pattern.where, scopeOf(row, tape)) === 'yes') &&
    (pattern.condition === undefined || isMet(pattern.condition, metByCall(row, tape, errnos)))
  );
}

function eventFits(
  pattern: EventPattern['event'],
  event: StoredEvent,
  row: ReturnedRow,
  tape: Tape,
  errnos: ErrnoTable,
): boolean {
  const res = resultOf(event);
  const submitted = operationsOf(tape.rows).byEvent.get(event)?.submitted;
  return (
    res !== null &&
    isInRange(Number(res.value), pattern.res) &&
    (pattern.errno === undefined || res.errno?.name === pattern.errno) &&
    (pattern.of === undefined || (submitted !== undefined && hasOpcode(submitted, pattern.of))) &&
    (pattern.where === undefined ||
      judge(pattern.where, scopeOf(row, tape, submitted)) === 'yes') &&
    (pattern.condition === undefined ||
      isMet(pattern.condition, metByEvent(event, row, tape, errnos)))
  );
}

const isMet = (condition: string, met: MetErrno | null): boolean =>
  met !== null && `${met.place.page}#${met.id}` === condition;

/** The control blocks that a call was given. */
function submittedBy({ arguments: args }: TapeRow): readonly DecodedValue[] {
  const list = named(args, 'iocbpp');
  return list ? fieldsOf(list) : [];
}

function hasOpcode(iocb: DecodedValue, opcode: string): boolean {
  const value = named(fieldsOf(iocb), 'aio_lio_opcode');
  return value?.kind === 'constant' && value.symbol === `IOCB_CMD_${opcode}`;
}
