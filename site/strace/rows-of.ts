import type { Errno } from '../../playground-server/protocol/index.ts';
import type { CallStatus, TapeRow } from '../playground/client/run-state.ts';
import { readStraceLine, type CallEnd, type StraceLine } from './read-line.ts';
import { valueOf, type ErrnoOf } from './value-of.ts';

/** What the manual knows of the calls. */
export interface CallFacts {
  /** names of the parameters, by call */
  parameters: Readonly<Record<string, readonly string[]>>;
  /** numbers of errnos, by name */
  errnos: Readonly<Record<string, number>>;
}

/** A trace, line by line. */
export interface Trace {
  lines: readonly DatedLine[];
  /** how many lines were not strace's */
  unread: number;
}

type DatedLine = StraceLine & { atNs: number };

/** A trace as a tape. */
export interface TraceRows {
  rows: readonly TapeRow[];
  /** calls beyond the most that are shown */
  leftOut: number;
}

/** As many calls as a tape of this site's has. */
const most = 10_000;

/** Reads what strace(1) wrote. */
export function readTrace(text: string): Trace {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const read = lines.map(readStraceLine).filter((line) => line !== null);
  return { lines: withTimes(read), unread: lines.length - read.length };
}

/** Shows a trace as a tape. @param isWanted which calls, by name */
export function rowsOf(
  { lines }: Trace,
  facts: CallFacts,
  isWanted: (name: string) => boolean = () => true,
): TraceRows {
  const tape = new TraceTape(facts);
  for (const line of lines) if ('name' in line && isWanted(line.name)) tape.take(line);
  return { rows: tape.rows, leftOut: tape.leftOut };
}

/** A call that has begun, with the arguments that were written by then. */
interface Begun {
  row: TapeRow;
  args: readonly string[];
}

class TraceTape {
  readonly rows: TapeRow[] = [];
  leftOut = 0;
  readonly #facts: CallFacts;
  readonly #errnoOf: ErrnoOf;
  /** Calls whose thread waits for their end, by thread. */
  readonly #open = new Map<number, Begun>();
  /** Numbers of threads on the tape. */
  readonly #threads = new Map<number, number>();

  constructor(facts: CallFacts) {
    this.#facts = facts;
    const names = new Map(Object.entries(facts.errnos).map(([name, number]) => [number, name]));
    this.#errnoOf = (number) => {
      const name = names.get(number);
      return name === undefined ? null : { name, number };
    };
  }

  take(line: DatedLine): void {
    switch (line.kind) {
      case 'call': {
        const begun = this.#begin(line);
        if (begun) this.#finish(begun, [], line.end, line.atNs + (line.end.elapsedNs ?? 0));
        return;
      }
      case 'begun': {
        const begun = this.#begin(line);
        if (begun) this.#open.set(line.thread, begun);
        else this.#open.delete(line.thread);
        return;
      }
      case 'resumed': {
        const begun = this.#open.get(line.thread);
        this.#open.delete(line.thread);
        if (begun?.row.name === line.name) this.#finish(begun, line.args, line.end, line.atNs);
        return;
      }
      case 'signal':
      case 'other':
    }
  }

  #begin(line: { thread: number; atNs: number; name: string; args: readonly string[] }) {
    if (this.rows.length >= most) {
      this.leftOut += 1;
      return null;
    }
    const { name, args, atNs } = line;
    const row: TapeRow = {
      call: this.rows.length + 1,
      thread: this.#threadOf(line.thread),
      name,
      line: null,
      arguments: this.#valuesOf(name, args),
      convention: null,
      atNs,
      status: { kind: 'unreturned' },
    };
    this.rows.push(row);
    return { row, args };
  }

  #finish({ row, args: known }: Begun, args: readonly string[], end: CallEnd, atNs: number): void {
    row.arguments = this.#valuesOf(row.name, [...known, ...args]);
    row.status = statusOf(end, atNs, this.#facts);
  }

  #valuesOf(name: string, args: readonly string[]) {
    const names = this.#facts.parameters[name] ?? [];
    return args.map((text, at) => valueOf(names[at] ?? `${at + 1}`, text, this.#errnoOf));
  }

  #threadOf(pid: number): number {
    const known = this.#threads.get(pid) ?? this.#threads.size + 1;
    this.#threads.set(pid, known);
    return known;
  }
}

/** Times since the first line. Where they go back, each is since the line before: -r. */
function withTimes(lines: readonly StraceLine[]): DatedLine[] {
  const times = lines.map(({ atNs }) => atNs ?? 0);
  const areSteps = times.some((time, at) => at > 0 && time < times[at - 1]!);
  let sum = 0;
  return lines.map((line, at) => {
    sum += times[at]!;
    return { ...line, atNs: areSteps ? sum : times[at]! - times[0]! };
  });
}

function statusOf(end: CallEnd, atNs: number, { errnos }: CallFacts): CallStatus {
  const { returned, errno: name, elapsedNs } = end;
  if (returned === null) return { kind: 'unreturned' };
  const errno: Errno | null = name === null ? null : { name, number: errnos[name] ?? 0 };
  return {
    kind: 'returned',
    returned,
    raw: errno ? String(-errno.number) : returned,
    errno,
    elapsedNs: String(Math.round(elapsedNs ?? 0)),
    verdict: 'kernel',
    rules: [],
    atNs,
  };
}
