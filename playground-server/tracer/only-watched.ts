import { signalSets } from '../linux/proc.ts';
import { signals } from '../uapi/signal-table.ts';
import { interrupted } from './restart-result.ts';
import type { CallResult } from './tracee.ts';
import { wokenInVain } from './woken-in-vain.ts';

/** Calls that go on until all is written, unless a signal comes, and which argument says how much. */
const counts: Readonly<Record<string, number>> = { write: 2, sendto: 2, sendfile: 3, splice: 4 };

/** A call that took longer has slept. */
const sleptNs = 1_000_000n;
const sigcont = 1n << BigInt(signals.SIGCONT - 1);

/**
 * Whether a call ended early only because its thread is traced, and so is woken by signals that it
 * ignores. Asked of calls that could not be made again, such as a receive whose timeout the socket has.
 */
export function isOnlyWatched(pid: number, { call, result, elapsedNs }: CallResult): boolean {
  if (call.number === null || call.verdict !== 'kernel') return false;
  if (call.name === 'io_submit') return elapsedNs > sleptNs && isWokenToGoOn(pid);
  const count = call.args[counts[call.name] ?? -1] ?? 0n;
  const isEarly = result === interrupted || (result > 0n && result < count);
  return isEarly && wokenInVain(signalSets(pid));
}

/**
 * SIGCONT wakes a traced thread even where it is blocked (kernel/signal.c, ptrace_trap_notify), which
 * ends what io_submit reads inside; see hooks/quiet-hooks.ts.
 */
function isWokenToGoOn(pid: number): boolean {
  const sets = signalSets(pid);
  return (sets.pending & ~sets.blocked & sigcont) !== 0n && wokenInVain(sets);
}
