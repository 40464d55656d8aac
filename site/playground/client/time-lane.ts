import { contextOf, requestsOf } from './requests.ts';
import type { Request } from './requests.ts';
import type { TapeRow } from './run-state.ts';

/** Calls that are drawn: more would be finer than a screen. */
const callsDrawn = 200;

/** Requests that get a lane of their own. */
const requestsDrawn = 8;

/** One call as a span of time; `toNs` is null while it waits, and for one that never returned. */
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
 * What a tape shows of one request. When it was completed no tape can tell: certain is only that it
 * was not before `openUntilNs`, and was at `toNs`, if its event was fetched by then.
 */
export interface RequestLane {
  request: Request;
  fromNs: number;
  openUntilNs: number;
  toNs: number | null;
  end: 'fetched' | 'destroyed' | 'unfetched';
  /** The call that ended it: the one that fetched its event, or io_destroy. */
  endedBy: TapeRow | null;
}

/** A tape as a picture in time, before it is drawn. Times are in ns since the run was asked for. */
export interface TimeLane {
  calls: CallLane[];
  requests: RequestLane[];
  /** Requests and calls that there is no room for. */
  requestsLeftOut: number;
  callsLeftOut: number;
}

/** Lays out a tape in time. Pure: the same rows give the same lanes, at build time and live. */
export function timeLane(rows: readonly TapeRow[]): TimeLane {
  const drawn = rows.slice(0, callsDrawn);
  const requests = requestsOf(drawn);
  return {
    calls: callLanes(drawn),
    requests: requests.slice(0, requestsDrawn).map((request) => requestLane(request, drawn)),
    requestsLeftOut: Math.max(0, requests.length - requestsDrawn),
    callsLeftOut: rows.length - drawn.length,
  };
}

/** When a call came back; null where it has not. */
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

function requestLane(request: Request, rows: readonly TapeRow[]): RequestLane {
  const { submittedBy, reapedBy } = request;
  const destroyedBy = rows.find(
    (row) =>
      row.name === 'io_destroy' &&
      contextOf(row) === request.context &&
      row.atNs > submittedBy.atNs &&
      !(row.status.kind === 'returned' && row.status.errno),
  );
  const endedBy = reapedBy ?? destroyedBy ?? null;
  return {
    request,
    fromNs: submittedBy.atNs,
    openUntilNs: openUntilNs(request, rows),
    toNs: endedBy && returnedAtNs(endedBy),
    end: reapedBy ? 'fetched' : destroyedBy ? 'destroyed' : 'unfetched',
    endedBy,
  };
}

/**
 * The last moment at which a request was surely not complete: when it was cancelled, or when a call
 * began that came back with room left and without its event.
 */
function openUntilNs(request: Request, rows: readonly TapeRow[]): number {
  const { submittedBy, reapedBy, cancelledBy } = request;
  const missed = rows.filter(
    (row) => row !== reapedBy && row.atNs > submittedBy.atNs && leftRoom(row, request.context),
  );
  const known = [...missed, ...(cancelledBy ? [cancelledBy] : [])].map(({ atNs }) => atNs);
  const last = Math.max(submittedBy.atNs, ...known);
  return reapedBy ? Math.min(last, reapedBy.atNs) : last;
}

function leftRoom(row: TapeRow, context: string): boolean {
  if (!/^io_p?getevents$/.test(row.name) || contextOf(row) !== context) return false;
  const { status, arguments: args } = row;
  const nr = args.find(({ name }) => name === 'nr')?.value;
  const isRead = status.kind === 'returned' && !status.errno && nr !== undefined;
  return isRead && Number(status.returned) < Number(nr);
}
