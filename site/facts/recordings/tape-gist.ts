import { createHash } from 'node:crypto';
import type {
  DecodedValue,
  RunEvent,
  RunEventOf,
} from '../../../playground-server/protocol/index.ts';
import type { ExpectedCall } from '../example-schema.ts';

/** A call without what differs from run to run: where things are in memory, and how long it took. */
interface CallGist {
  name: string;
  line: number | null;
  given: unknown[];
  /** null for a call that has not returned */
  answer: { arguments: unknown[]; returned: string; errno: string | null } | null;
}

/** What two recordings of a program have in common if a reader sees the same in both. */
export interface TapeGist {
  /** of each thread, in the order of their numbers */
  threads: CallGist[][];
  signals: string[];
  end: unknown;
}

/**
 * A tape in the terms in which kernels are compared. Neither what the program printed is part of it
 * nor the data behind its pointers.
 *
 * @param expects what is promised of the calls: a number that the machine decides is as good as another
 */
export function gistOf(events: readonly RunEvent[], expects: readonly ExpectedCall[]): TapeGist {
  const calls = new Map<number, CallGist & { thread: number }>();
  let exits = 0;
  for (const event of events) {
    if (event.kind === 'syscall-entry') calls.set(event.call, entered(event));
    if (event.kind !== 'syscall-exit') continue;
    const promised = expects[exits++];
    const call = calls.get(event.call);
    if (call) call.answer = answered(event, promised);
  }
  const threads = Map.groupBy(calls.values(), ({ thread }) => thread);
  return {
    threads: [...threads]
      .sort(([a], [b]) => a - b)
      .map(([, rows]) => rows.map(({ thread: _, ...call }) => call)),
    signals: events.flatMap((event) =>
      event.kind === 'signal' ? [`${event.name} at ${event.line}`] : [],
    ),
    end: endOf(events.at(-1)),
  };
}

/** Twelve hex digits, the same for tapes that have the same gist. */
export const digestOf = (events: readonly RunEvent[], expects: readonly ExpectedCall[]): string =>
  createHash('sha256')
    .update(JSON.stringify(gistOf(events, expects)))
    .digest('hex')
    .slice(0, 12);

const entered = ({ thread, name, line, arguments: args }: RunEventOf<'syscall-entry'>) => ({
  thread,
  name,
  line,
  given: args.map(gistOfValue),
  answer: null,
});

const answered = (
  { arguments: args, returned, errno }: RunEventOf<'syscall-exit'>,
  promised: ExpectedCall | undefined,
) => ({
  arguments: args.map(gistOfValue),
  returned: asPromised(returned, promised),
  errno: errno?.name ?? null,
});

function asPromised(returned: string, promised: ExpectedCall | undefined): string {
  const range = promised?.returned;
  return typeof range === 'object' && Number(returned) >= range.atLeast
    ? `at least ${range.atLeast}`
    : returned;
}

function endOf(last: RunEvent | undefined): unknown {
  if (last?.kind === 'finished') return last.outcome;
  return last?.kind === 'faulted' ? last.code : null;
}

function gistOfValue(value: DecodedValue): unknown {
  const { name } = value;
  switch (value.kind) {
    case 'handle':
      return [name, value.handle === '0x0' ? 'none' : 'a context'];
    case 'bytes':
      return [name, 'a pointer'];
    case 'address':
      return [name, value.fields?.map(gistOfValue) ?? pointer(value.target)];
    case 'string':
      return [name, value.content];
    case 'signals':
      return [name, value.inverted ?? false, value.set];
    case 'struct':
      return [name, value.fields.map(gistOfValue)];
    case 'array':
      return [name, value.count, value.fields.map(gistOfValue)];
    case 'number':
    case 'flags':
      return [name, withoutAddress(value.value)];
    default:
      return [name, value.value];
  }
}

/** What can be read there is the program's affair, and how much of it was read, the tracer's. */
const pointer = (target: string): string => (target === 'null' ? 'null' : 'a pointer');

const lowestAddress = 2n ** 30n;
const highestAddress = 2n ** 47n;

/**
 * Programs keep pointers in plain numbers, too, as in io_event.data: on x86-64 they are of this size,
 * the lower ones in a user-mode Linux.
 */
function withoutAddress(decimal: string): string {
  if (!/^\d+$/.test(decimal)) return decimal;
  const number = BigInt(decimal);
  return number >= lowestAddress && number < highestAddress ? 'an address' : decimal;
}
