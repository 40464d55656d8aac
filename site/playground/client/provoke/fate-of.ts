import { operationsOf } from '../operations.ts';
import type { RunState, TapeRow } from '../run-state.ts';

/** What became of a program at which a failure was tried. */
export type Fate = 'handled' | 'crashed' | 'hung' | 'lost-context' | 'lost-operation' | 'unknown';

/**
 * Judges a run by its tape alone, beside that of the same program without the failure:
 *
 * - crashed: a signal ended it.
 * - hung: it had to be stopped, by us after a time or by a limit of the playground.
 * - lost-context: it ended by itself, with more contexts than before that io_setup made and no
 *   io_destroy ended.
 * - lost-operation: the same for operations that io_submit took and whose event it never fetched.
 * - handled: it ended by itself, whatever its status, and lost no more than without the failure.
 * - unknown: how it ended is not known, such as that the server could not be reached.
 */
export function fateOf(state: RunState, before: RunState, wasStopped: boolean): Fate {
  const { phase } = state;
  if (wasStopped) return 'hung';
  if (phase.kind !== 'finished') return 'unknown';
  switch (phase.outcome.kind) {
    case 'signalled':
      return 'crashed';
    case 'limit-exceeded':
      return 'hung';
    case 'exited':
      if (contextsLeft(state.rows) > contextsLeft(before.rows)) return 'lost-context';
      return operationsLeft(state.rows) > operationsLeft(before.rows)
        ? 'lost-operation'
        : 'handled';
    default:
      return 'unknown';
  }
}

const succeeded = ({ status }: TapeRow): boolean =>
  status.kind === 'returned' && status.errno === null;

const contextsLeft = (rows: readonly TapeRow[]): number =>
  rows.filter((row) => row.name === 'io_setup' && succeeded(row)).length -
  rows.filter((row) => row.name === 'io_destroy' && succeeded(row)).length;

const operationsLeft = (rows: readonly TapeRow[]): number =>
  operationsOf(rows).all.filter(({ event, cancelledBy }) => event === null && cancelledBy === null)
    .length;
