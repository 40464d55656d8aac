import type { DecodedValueOf } from '../../../../playground-server/protocol/index.ts';
import { perGrowingTape } from '../per-tape.ts';
import { hasFailed } from '../run-state.ts';
import type { FailedRow, TapeRow } from '../run-state.ts';
import { valuesOf } from './scope-of.ts';

/** A descriptor that is none, as a call was given it. */
export interface BadDescriptor {
  /** The argument or the field of the iocb: `aio_fildes`. */
  name: string;
  value: string;
  /** The failed call whose result it is; null where the tape has none. */
  from: FailedRow | null;
}

/** The calls whose result is a new descriptor. */
const makers: ReadonlySet<string> = new Set([
  ...['open', 'openat', 'openat2', 'creat', 'memfd_create', 'dup', 'dup2', 'dup3', 'fcntl'],
  ...['eventfd', 'eventfd2', 'epoll_create', 'epoll_create1', 'timerfd_create'],
  ...['signalfd', 'signalfd4', 'inotify_init', 'inotify_init1', 'pidfd_open'],
  ...['socket', 'accept', 'accept4'],
]);

/**
 * Why a call says EBADF, where it was given a negative number: most often what an earlier call
 * returned, which nobody has looked at. Null for every other call.
 */
export function badDescriptor(row: TapeRow, rows: readonly TapeRow[]): BadDescriptor | null {
  if (!hasFailed(row) || row.status.errno.name !== 'EBADF') return null;
  const given = valuesOf(row).find(isNegativeDescriptor);
  if (!given) return null;
  const { name, value } = given;
  const from = failedMakers(rows).findLast(
    ({ call, status: { returned, raw } }) =>
      call < row.call && (returned === value || raw === value),
  );
  return { name, value, from: from ?? null };
}

const isNegativeDescriptor = (
  value: ReturnType<typeof valuesOf>[number],
): value is DecodedValueOf<'descriptor'> =>
  value.kind === 'descriptor' && !value.minor && value.value.startsWith('-');

const failedMakers = perGrowingTape(
  (): FailedRow[] => [],
  (made, rows, news) => {
    made.push(
      ...news
        .map((at) => rows[at]!)
        .filter(hasFailed)
        .filter(({ name }) => makers.has(name)),
    );
    // Of two threads, the later call may return first.
    made.sort((a, b) => a.call - b.call);
  },
);
