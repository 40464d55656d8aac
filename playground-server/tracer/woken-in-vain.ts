import type { SignalSets } from '../linux/proc.ts';
import { signals } from '../uapi/signal-table.ts';

const { SIGCHLD, SIGCONT, SIGURG, SIGWINCH } = signals;

/** Signals that are ignored by default; signal(7). */
export const ignoredByDefault: ReadonlySet<number> = new Set([SIGCHLD, SIGCONT, SIGURG, SIGWINCH]);

const setOf = (numbers: Iterable<number>): bigint =>
  [...numbers].reduce((set, signal) => set | (1n << BigInt(signal - 1)), 0n);

const defaults = setOf(ignoredByDefault);

/** The signals that would not reach a thread without a tracer; sig_ignored in kernel/signal.c. */
export const ignoredBy = ({ ignored, caught }: SignalSets): bigint =>
  ignored | (defaults & ~caught);

/** Whether all that wakes a thread are signals that it ignores: without a tracer, it would sleep. */
export function wokenInVain(sets: SignalSets): boolean {
  const waking = sets.pending & ~sets.blocked;
  return waking !== 0n && (waking & ~ignoredBy(sets)) === 0n;
}
