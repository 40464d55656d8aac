import { fieldsOf, named } from '../../../playground-server/protocol/decoded-fields.ts';
import type { DecodedValueOf } from '../../../playground-server/protocol/index.ts';
import { perGrowingTape } from './per-tape.ts';
import { addressOf, contextOf, eventsOf } from './row-values.ts';
import type { StoredEvent } from './row-values.ts';
import type { TapeRow } from './run-state.ts';

/** One iocb that io_submit accepted, and what the tape shows of its life. */
export interface Operation {
  /** The handle of its context, and the address of its iocb. */
  context: string | null;
  iocb: string;
  /** The iocb as it was when submitted. */
  submitted: DecodedValueOf<'struct'>;
  submittedBy: TapeRow;
  /** The call that fetched its event, and the event; null until one has. */
  reapedBy: TapeRow | null;
  event: StoredEvent | null;
  /** The io_cancel that the kernel answered with EINPROGRESS, which means that it was cancelled. */
  cancelledBy: TapeRow | null;
}

/** The operations of a tape, with the ways to find one. */
export interface Operations {
  /** In the order of their submission. */
  all: readonly Operation[];
  /** Those submitted with the iocb at an address, in the same order. */
  byIocb: ReadonlyMap<string, readonly Operation[]>;
  byEvent: ReadonlyMap<StoredEvent, Operation>;
}

/** How a call changes the operations seen so far. */
type Effect = (row: TapeRow, seen: Building) => void;

interface Building {
  all: Operation[];
  byIocb: Map<string, Operation[]>;
  byEvent: Map<StoredEvent, Operation>;
  /** Those without an event, like byIocb: an iocb may be used ten thousand times. */
  awaited: Map<string, Operation[]>;
  /** When the last of the calls that have had their effect had it. */
  untilNs: number;
}

const begin = (): Building => ({
  all: [],
  byIocb: new Map(),
  byEvent: new Map(),
  awaited: new Map(),
  untilNs: -Infinity,
});

const effects: ReadonlyMap<string, Effect> = new Map([
  ['io_submit', submit],
  ['io_cancel', cancel],
  ['io_getevents', reap],
  ['io_pgetevents', reap],
]);

/** Whether a call fetches events. */
export const fetches = ({ name }: TapeRow): boolean => effects.get(name) === reap;

/** The operations of a tape, in the state that they had when last it was looked at. */
export const operationsOf: (rows: readonly TapeRow[]) => Operations = perGrowingTape(
  begin,
  (seen, rows, news) => {
    const added = inOrderOfEffect(news.map((at) => rows[at]!));
    const isLater = added.every((row) => effectNs(row) > seen.untilNs);
    // Threads may return in another order than the one in which their calls took effect.
    if (!isLater) Object.assign(seen, begin());
    for (const row of isLater ? added : inOrderOfEffect(rows)) {
      effects.get(row.name)?.(row, seen);
      seen.untilNs = effectNs(row);
    }
  },
);

/** The calls that have had an effect: one that has not returned may yet fail. */
const inOrderOfEffect = (rows: readonly TapeRow[]): TapeRow[] =>
  rows
    .filter(({ name, status }) => effects.has(name) && status.kind === 'returned')
    .sort((a, b) => effectNs(a) - effectNs(b));

/**
 * An operation is accepted while io_submit is in progress; an event is fetched when io_getevents
 * ends.
 */
const effectNs = ({ name, atNs, status }: TapeRow): number =>
  name !== 'io_submit' && status.kind === 'returned' ? status.atNs : atNs;

function submit(row: TapeRow, { all, byIocb, awaited }: Building): void {
  const taken = row.status.kind === 'returned' ? Number(row.status.returned) : 0;
  const list = named(row.arguments, 'iocbpp');
  for (const submitted of list ? fieldsOf(list).slice(0, Math.max(0, taken)) : []) {
    if (submitted.kind !== 'struct' || submitted.address === undefined) continue;
    const iocb = submitted.address;
    const operation: Operation = {
      context: contextOf(row),
      iocb,
      submitted,
      submittedBy: row,
      reapedBy: null,
      event: null,
      cancelledBy: null,
    };
    all.push(operation);
    put(byIocb, operation);
    put(awaited, operation);
  }
}

function put(lists: Map<string, Operation[]>, operation: Operation): void {
  const list = lists.get(operation.iocb);
  if (list) list.push(operation);
  else lists.set(operation.iocb, [operation]);
}

function cancel(row: TapeRow, { byIocb }: Building): void {
  if (row.status.kind !== 'returned' || row.status.errno?.name !== 'EINPROGRESS') return;
  const iocb = addressOf(named(row.arguments, 'iocb')) ?? '';
  const operation = byIocb.get(iocb)?.findLast(({ context }) => context === contextOf(row));
  if (operation) operation.cancelledBy = row;
}

/**
 * An event belongs to the oldest operation in its context with its iocb's address and no event yet.
 */
function reap(row: TapeRow, { byEvent, awaited }: Building): void {
  for (const event of eventsOf(row)) {
    const waiting = awaited.get(addressOf(named(event.fields, 'obj')) ?? '') ?? [];
    const at = waiting.findIndex(({ context }) => context === contextOf(row));
    const [operation] = at < 0 ? [] : waiting.splice(at, 1);
    if (!operation) continue;
    Object.assign(operation, { reapedBy: row, event });
    byEvent.set(event, operation);
  }
}
