import { waits } from '../../linux/waits-table.ts';
import type { Tape } from '../../protocol/index.ts';
import { tapes } from '../../protocol/tape.ts';
import { x86_64 } from '../abi/x86-64.ts';
import { families } from './families-table.ts';
import type { CallRow, Family } from './family.ts';

/** Calls that a tape has, or that stop a program for what has to be done about them. */
export interface ShownCalls {
  calls: readonly string[];
  /** never: on no tape; what a signal interrupted in vain goes on, by the kernel or by the tracer */
  shown: Family['shown'] | 'never';
  reason?: string | undefined;
}

const rows: ReadonlyMap<string, CallRow> = new Map(
  families.flatMap(({ calls }) => calls.map((row) => [row.name, row])),
);

/** The row of a call; one without is on a tape if it was refused, or if that tape has all calls. */
export const rowOf = (call: string): CallRow | undefined => rows.get(call);

/** Made by no line of a program: by the return from a handler, and by the kernel itself. */
const unmade: ReadonlySet<string> = new Set(['rt_sigreturn', 'restart_syscall']);

/** Calls without a row; their registers are shown as numbers. */
const others: ShownCalls = {
  calls: [...x86_64.callNumbers.keys()].filter((name) => !rows.has(name) && !unmade.has(name)),
  shown: 'own-line',
};

const goesOn: ShownCalls = { calls: ['restart_syscall'], shown: 'never' };

/**
 * The waits that a traced thread gives up when a signal comes that it ignores, and that are then made
 * again (tracer/wait-again.ts): they stop the program also where they are not on its tape.
 */
const waitsBut = (shown: readonly ShownCalls[]): ShownCalls => {
  const named = new Set(shown.flatMap(({ calls }) => calls));
  return { calls: Object.keys(waits).filter((name) => !named.has(name)), shown: 'never' };
};

const shownOf = ({ calls, shown, reason }: Family): ShownCalls => ({
  calls: calls.map(({ name }) => name),
  shown,
  reason,
});

const withTape = (...of: Family['tape'][]): ShownCalls[] =>
  families.filter(({ tape }) => of.includes(tape)).map(shownOf);

const aio = withTape('aio');
const files = [...withTape('aio', 'files'), goesOn];

const tables: Readonly<Record<Tape, readonly ShownCalls[]>> = {
  aio: [...aio, waitsBut(aio)],
  files: [...files, waitsBut(files)],
  all: [...withTape('aio', 'files', 'all'), others, goesOn],
  // Who counts contexts has to see them, whatever is told.
  none: [...aio, waitsBut(aio)],
};

/** The calls that a tape has, by family. */
export const shownOn = (tape: Tape): readonly ShownCalls[] => tables[tape];

/** The same for each tape. */
export const forEachTape = <Value>(value: (tape: Tape) => Value): Record<Tape, Value> =>
  Object.fromEntries(tapes.map((tape) => [tape, value(tape)])) as Record<Tape, Value>;
