import type { AnswerRule } from '../../../../playground-server/protocol/index.ts';
import {
  isRulableFileCall,
  rulableCalls,
} from '../../../../playground-server/protocol/rulable-call.ts';
import type { ErrnoTable } from '../../../facts/errno-table.ts';
import { eventsOf, resultOf } from '../row-values.ts';
import type { TapeRow } from '../run-state.ts';
import { fileFailures } from './file-failures-table.ts';

/** A failure that can be tried on a program: at which call of its tape, and by which rule. */
export interface Failure {
  /** The call as it went without it. */
  row: TapeRow;
  /** As a reader names it: `EAGAIN`, `= 1`, `res = -EIO`. */
  name: string;
  rule: AnswerRule;
  /** When it is tried among all, from 0. */
  turn: number;
}

/** More would take longer than anybody waits for a table. */
export const mostFailures = 40;

/**
 * The plausible failures of a program: of each place that makes an AIO call, and was answered by the
 * kernel with a success, each errno that the manual knows for it; a count that is one short; and for
 * its first event, each errno that the manual knows and half of the bytes. Then those of its calls on
 * files: an errno that no program can rule out, and half of the bytes. At most `mostFailures`, in turn
 * from each place, since the first ones of each are worth most; given in the order of the calls.
 */
export function failuresOf(rows: readonly TapeRow[], errnos: ErrnoTable): Failure[] {
  const ofPlaces = placesOf(rows).map((place) => failuresAt(place, errnos));
  const areOnFiles = ([first]: readonly Possible[]) =>
    !!first && isRulableFileCall(first.rule.call);
  const chosen = [
    ...inTurn(ofPlaces.filter((failures) => !areOnFiles(failures))),
    ...inTurn(ofPlaces.filter(areOnFiles)),
  ].slice(0, mostFailures);
  const turns = new Map(chosen.map((failure, turn) => [failure, turn]));
  return ofPlaces.flat().flatMap((failure) => {
    const turn = turns.get(failure);
    return turn === undefined ? [] : [{ ...failure, turn }];
  });
}

/** The first of each list, then the second of each, and so on. */
function inTurn<T>(lists: readonly (readonly T[])[]): T[] {
  const longest = Math.max(0, ...lists.map(({ length }) => length));
  return Array.from({ length: longest }, (_, at) =>
    lists.flatMap((list) => list.slice(at, at + 1)),
  ).flat();
}

/** A failure that may be tried or not. */
type Possible = Omit<Failure, 'turn'>;

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
  rulableCalls.some((call) => call === name) &&
  status.kind === 'returned' &&
  status.verdict === 'kernel' &&
  status.errno === null;

function failuresAt({ row, nth, eventsBefore }: Place, errnos: ErrnoTable): Possible[] {
  const call = row.name as AnswerRule['call'];
  const once = { call, from: nth, to: nth };
  const event = { call, from: eventsBefore + 1, to: eventsBefore + 1 };
  const fails = (errno: string) => ({ row, name: errno, rule: { ...once, errno } });
  const gives = (returned: number) => ({ row, name: `= ${returned}`, rule: { ...once, returned } });
  const delivers = (errno: string) => ({
    row,
    name: `res = -${errno}`,
    rule: { ...event, event: { errno } },
  });
  const count = row.status.kind === 'returned' ? Number(row.status.returned) : 0;
  if (isRulableFileCall(call)) {
    const { errnos: known, mayBeShort } = fileFailures[call];
    return [
      ...(mayBeShort && count > 1 ? [gives(Math.floor(count / 2))] : []),
      ...known.map(fails),
    ];
  }
  const least = call === 'io_submit' ? 1 : 0;
  const isCounted = call === 'io_submit' || eventsOf(row).length > 0;
  const short = isCounted && count > least ? [count - 1] : [];
  const bytes = Number(firstResult(row) ?? 0);
  const half = bytes > 1 ? [Math.floor(bytes / 2)] : [];
  const hasEvents = eventsOf(row).length > 0;
  return [
    ...short.map(gives),
    ...(hasEvents
      ? Object.keys(errnos['io_event'] ?? {})
          .slice(0, 4)
          .map(delivers)
      : []),
    ...half.map((res) => ({ row, name: `res = ${res}`, rule: { ...event, event: { res } } })),
    ...Object.keys(errnos[call] ?? {}).map(fails),
  ];
}

function firstResult(row: TapeRow): string | null {
  const [first] = eventsOf(row);
  return (first && resultOf(first)?.value) ?? null;
}
