import type { AnswerRule } from '../../../../playground-server/protocol/index.ts';
import { refusableCalls } from '../../../../playground-server/protocol/refusable-call.ts';
import type { ErrnoTable } from '../../../facts/errno-table.ts';
import { eventsOf, resultOf } from '../row-values.ts';
import type { TapeRow } from '../run-state.ts';

/** A failure that can be tried on a program: at which call of its tape, and by which rule. */
export interface Failure {
  /** The call as it went without it. */
  row: TapeRow;
  /** As a reader names it: `EAGAIN`, `= 1`, `res = -EIO`. */
  name: string;
  rule: AnswerRule;
  /** Which of its call it is, from 0: those of all calls are tried in turn. */
  turn: number;
}

/** More would take longer than anybody waits for a table. */
export const mostFailures = 40;

/**
 * The plausible failures of a program: of each place that makes an AIO call, and was answered by the
 * kernel with a success, each errno that the manual knows for it; a count that is one short; and for
 * its first event, each errno that the manual knows and half of the bytes. At most `mostFailures`, in
 * turn from each place, since the first ones of each are worth most; then in the order of the calls.
 */
export function failuresOf(rows: readonly TapeRow[], errnos: ErrnoTable): Failure[] {
  const ofPlaces = placesOf(rows).map((place) => failuresAt(place, errnos));
  const longest = Math.max(0, ...ofPlaces.map(({ length }) => length));
  const inTurn = Array.from({ length: longest }, (_, at) =>
    ofPlaces.flatMap((failures) => failures.slice(at, at + 1)),
  ).flat();
  const chosen = new Set(inTurn.slice(0, mostFailures));
  return ofPlaces.flat().filter((failure) => chosen.has(failure));
}

/** The first call that a line makes, which of its name it is, and how many events came before. */
interface Place {
  row: TapeRow;
  nth: number;
  eventsBefore: number;
}

function placesOf(rows: readonly TapeRow[]): Place[] {
  const calls = new Map<string, { made: number; events: number }>();
  const places = new Map<string, Place>();
  for (const row of rows) {
    const so = calls.get(row.name) ?? { made: 0, events: 0 };
    const key = `${row.name} ${row.line}`;
    const place = { row, nth: so.made + 1, eventsBefore: so.events };
    if (isAnswered(row) && !places.has(key)) places.set(key, place);
    calls.set(row.name, { made: so.made + 1, events: so.events + eventsOf(row).length });
  }
  return [...places.values()];
}

const isAnswered = ({ name, status }: TapeRow): boolean =>
  refusableCalls.some((call) => call === name) &&
  status.kind === 'returned' &&
  status.verdict === 'kernel' &&
  status.errno === null;

function failuresAt({ row, nth, eventsBefore }: Place, errnos: ErrnoTable): Failure[] {
  const call = row.name as AnswerRule['call'];
  const once = { call, from: nth, to: nth };
  const event = { call, from: eventsBefore + 1, to: eventsBefore + 1 };
  const fails = (errno: string) => ({ row, name: errno, rule: { ...once, errno } });
  const delivers = (errno: string) => ({
    row,
    name: `res = -${errno}`,
    rule: { ...event, event: { errno } },
  });
  const count = row.status.kind === 'returned' ? Number(row.status.returned) : 0;
  const least = call === 'io_submit' ? 1 : 0;
  const isCounted = call === 'io_submit' || eventsOf(row).length > 0;
  const short = isCounted && count > least ? [count - 1] : [];
  const bytes = Number(firstResult(row) ?? 0);
  const half = bytes > 1 ? [Math.floor(bytes / 2)] : [];
  const hasEvents = eventsOf(row).length > 0;
  const failures = [
    ...short.map((returned) => ({ row, name: `= ${returned}`, rule: { ...once, returned } })),
    ...(hasEvents
      ? Object.keys(errnos['io_event'] ?? {})
          .slice(0, 4)
          .map(delivers)
      : []),
    ...half.map((res) => ({ row, name: `res = ${res}`, rule: { ...event, event: { res } } })),
    ...Object.keys(errnos[call] ?? {}).map(fails),
  ];
  return failures.map((failure, turn) => ({ ...failure, turn }));
}

function firstResult(row: TapeRow): string | null {
  const [first] = eventsOf(row);
  return (first && resultOf(first)?.value) ?? null;
}
