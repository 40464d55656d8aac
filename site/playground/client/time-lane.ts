import { named } from '../../../playground-server/protocol/decoded-fields.ts';
import { numberOf } from './explain/number-of.ts';
import { fetches, operationsOf } from './operations.ts';
import type { Operation } from './operations.ts';
import { contextOf } from './row-values.ts';
import { hasFailed } from './run-state.ts';
import type { TapeRow } from './run-state.ts';

/** Most calls that are drawn: more would be finer than a screen. */
export const callsDrawn = 200;

/** Most operations that get a lane of their own. */
const operationsDrawn = 8;

/** One call as a span of time; `toNs` is null while it waits, and if it never returned. */
export interface CallSpan {
  row: TapeRow;
  fromNs: number;
  toNs: number | null;
}

/** All calls of one name in one thread. */
export interface CallLane {
  name: string;
  thread: number;
  spans: CallSpan[];
}

/**
 * What a tape shows of one operation. No tape can tell when it completed: it is only certain that
 * it had not before `openUntilNs` and, if its event had been fetched by then, that it had at
 * `toNs`.
 */
export interface OperationLane {
  operation: Operation;
  fromNs: number;
  openUntilNs: number;
  toNs: number | null;
  end: 'fetched' | 'destroyed' | 'unfetched';
  /** The call that ended it: the one that fetched its event, or io_destroy. */
  endedBy: TapeRow | null;
}

/** A tape as a picture in time, before it is drawn. Times are in ns since the run was requested. */
export interface TimeLane {
  calls: CallLane[];
  operations: OperationLane[];
  /** Operations and calls for which there is no room. */
  operationsLeftOut: number;
  callsLeftOut: number;
}

/** Lays out a tape in time. Pure: the same rows give the same lanes, at build time and live. */
export function timeLane(rows: readonly TapeRow[]): TimeLane {
  const drawn = rows.slice(0, callsDrawn);
  const operations = operationsOf(drawn).all;
  return {
    calls: callLanes(drawn),
    operations: operations.slice(0, operationsDrawn).map((each) => operationLane(each, drawn)),
    operationsLeftOut: Math.max(0, operations.length - operationsDrawn),
    callsLeftOut: rows.length - drawn.length,
  };
}

/** When a call returned; null if it has not. */
const returnedAtNs = ({ status }: TapeRow): number | null =>
  status.kind === 'returned' ? status.atNs : null;

function callLanes(rows: readonly TapeRow[]): CallLane[] {
  const lanes = new Map<string, CallLane>();
  for (const row of rows) {
    const { name, thread, atNs } = row;
    const key = `${thread} ${name}`;
    const lane = lanes.get(key) ?? { name, thread, spans: [] };
    lane.spans.push({ row, fromNs: atNs, toNs: returnedAtNs(row) });
    lanes.set(key, lane);
  }
  return [...lanes.values()];
}

function operationLane(operation: Operation, rows: readonly TapeRow[]): OperationLane {
  const { submittedBy, reapedBy } = operation;
  const destroyedBy = rows.find(
    (row) =>
      row.name === 'io_destroy' &&
      contextOf(row) === operation.context &&
      row.atNs > submittedBy.atNs &&
      !hasFailed(row),
  );
  const endedBy = reapedBy ?? destroyedBy ?? null;
  return {
    operation,
    fromNs: submittedBy.atNs,
    openUntilNs: openUntilNs(operation, rows),
    toNs: endedBy && returnedAtNs(endedBy),
    end: reapedBy ? 'fetched' : destroyedBy ? 'destroyed' : 'unfetched',
    endedBy,
  };
}

/**
 * The last moment at which an operation was certainly not complete: when it was cancelled, or at
 * the start of a call that returned without its event although there was room for it.
 */
function openUntilNs(operation: Operation, rows: readonly TapeRow[]): number {
  const { submittedBy, reapedBy, cancelledBy } = operation;
  const missed = rows.filter(
    (row) => row !== reapedBy && row.atNs > submittedBy.atNs && leftRoom(row, operation.context),
  );
  const known = [...missed, ...(cancelledBy ? [cancelledBy] : [])].map(({ atNs }) => atNs);
  const last = Math.max(submittedBy.atNs, ...known);
  return reapedBy ? Math.min(last, reapedBy.atNs) : last;
}

function leftRoom(row: TapeRow, context: string | null): boolean {
  if (!fetches(row) || contextOf(row) !== context) return false;
  const { status, arguments: args } = row;
  const nr = named(args, 'nr');
  const room = nr ? numberOf(nr) : null;
  const isRead = status.kind === 'returned' && !status.errno && room !== null;
  return isRead && BigInt(status.returned) < room;
}
