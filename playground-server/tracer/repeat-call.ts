import { signalSets } from '../linux/proc.ts';
import { setRegisters } from '../linux/ptrace.ts';
import { readProcessMemory, writeProcessMemory } from '../linux/process-memory.ts';
import { interrupted } from './restart-result.ts';
import type { CallResult, PendingCall } from './tracee.ts';
import {
  broughtToEnd,
  collectedBy,
  endedEarly,
  madeAgain,
  timeLeft,
  timespecBytes,
  type TimeLeft,
} from './wait-again.ts';
import { wokenInVain } from './woken-in-vain.ts';

/**
 * A traced thread is woken even by signals that it ignores (kernel/signal.c, sig_ignored), so that
 * its wait ends early. Then the call is made again, for the rest of the time and of the events, and
 * the program notices nothing. Called at the call's exit; returns whether the thread goes back to sleep.
 */
export function repeatsCall(pid: number, { call, result }: CallResult): boolean {
  if (!endedEarly(call, result) || !wokenInVain(signalSets(pid))) return false;
  const collected = collectedBy(call, result);
  const timeout = lendTimeout(pid, call);
  if (timeout === null) return false;
  setRegisters(pid, madeAgain(call, collected, timeout.argument));
  call.collected = collected;
  return true;
}

/** Gives a call that was made again its own arguments back, and all that it collected. */
export function endRepeat(pid: number, call: PendingCall, result: bigint): bigint {
  if (call.collected === null) return result;
  const end = broughtToEnd(call, result);
  call.collected = null;
  setRegisters(pid, end);
  return end.result;
}

/** A handler runs before the call could be made again: it ends as it would have, had it gone on. */
export function cancelRepeat(pid: number, open: CallResult): void {
  open.result = endRepeat(pid, open.call, interrupted);
}

/** Lends a thread what is left of its timeout; null if it cannot be lent. */
function lendTimeout(pid: number, call: PendingCall): TimeLeft | null {
  const elapsedNs = process.hrtime.bigint() - call.enteredNs;
  const left = timeLeft(call, elapsedNs, (at) => readProcessMemory(pid, at, timespecBytes));
  if (!left?.memory) return left;
  return writeProcessMemory(pid, left.memory.address, left.memory.bytes) ? left : null;
}
