import { lineCalls } from '../../playground/client/line-calls.ts';
import type { TapeRow } from '../../playground/client/run-state.ts';

/** As many as can be read at a glance. */
const most = 5;

/**
 * The lines of a snippet that are its point: those that make the calls of which the page speaks, or
 * all that make a call where none of them does.
 *
 * @param rows the recorded tape
 * @param calls names of system calls
 * @returns numbers of lines, in order
 */
export function pointLines(rows: readonly TapeRow[], calls: readonly string[]): number[] {
  const all = lineCalls(rows);
  const own = all.filter((line) => line.calls.some(({ name }) => calls.includes(name)));
  return (own.length > 0 ? own : all).slice(0, most).map(({ line }) => line);
}
