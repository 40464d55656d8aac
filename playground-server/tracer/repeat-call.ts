import { setRegisters } from '../linux/ptrace.ts';
import { readProcessMemory, writeProcessMemory } from '../linux/process-memory.ts';
import { wokenInVain } from './woken-in-vain.ts';
import { interrupted, isRestart } from './restart-result.ts';
import type { CallResult, PendingCall } from './tracee.ts';

/** Arguments of a call that waits for events, as fs/aio.c has them. */
interface Wait {
  least: number;
  most: number;
  events: number;
  timeout: number;
}

const waits: Readonly<Record<string, Wait>> = {
  io_getevents: { least: 1, most: 2, events: 3, timeout: 4 },
  io_pgetevents: { least: 1, most: 2, events: 3, timeout: 4 },
};

const eventBytes = 32n;
const timespecBytes = 16;
/** The System V ABI leaves 128 bytes below RSP to the program (3.2.2); nobody uses what is below. */
const belowRedZone = 512n;
/** Length of the `syscall` instruction. */
const syscallBytes = 2n;
const nsPerSecond = 1_000_000_000n;

/**
 * A traced thread is woken even by signals that it ignores (kernel/signal.c, sig_ignored), so that
 * its wait ends early. Then the call is made again, for the rest of the time and of the events, and
 * the program notices nothing. Called at the call's exit; returns whether the thread goes back to sleep.
 */
export function repeatsCall(pid: number, { call, result }: CallResult): boolean {
  const wait = waits[call.name];
  if (!wait || !endedEarly(wait, call, result) || !wokenInVain(pid)) return false;
  const collected = (call.collected ?? 0n) + (result > 0n ? result : 0n);
  const timeout = lendTimeout(pid, call, wait);
  if (timeout === null) return false;
  const args = [...call.args];
  args[wait.least] = (args[wait.least] ?? 0n) - collected;
  args[wait.most] = (args[wait.most] ?? 0n) - collected;
  args[wait.events] = (args[wait.events] ?? 0n) + collected * eventBytes;
  args[wait.timeout] = timeout;
  const instructionPointer = call.instructionPointer - syscallBytes;
  setRegisters(pid, { args, result: BigInt(call.nr), instructionPointer });
  call.collected = collected;
  return true;
}

/** Gives a call that was made again its own arguments back, and all that it collected. */
export function endRepeat(pid: number, call: PendingCall, result: bigint): bigint {
  const { collected, args, instructionPointer } = call;
  if (collected === null) return result;
  call.collected = null;
  const total = collected === 0n ? result : collected + (result > 0n ? result : 0n);
  setRegisters(pid, { args, result: total, instructionPointer });
  return total;
}

/** A handler runs before the call could be made again: it ends as it would have, had it gone on. */
export function cancelRepeat(pid: number, open: CallResult): void {
  open.result = endRepeat(pid, open.call, interrupted);
}

const endedEarly = ({ least }: Wait, call: PendingCall, result: bigint): boolean =>
  result === interrupted ||
  isRestart(result) ||
  (result > 0n && (call.collected ?? 0n) + result < BigInt.asIntN(64, call.args[least] ?? 0n));

/** Where a thread finds what is left of its timeout: 0 for none, null if it cannot be lent. */
function lendTimeout(pid: number, { args, stackPointer, enteredNs }: PendingCall, wait: Wait) {
  const address = args[wait.timeout] ?? 0n;
  if (address === 0n) return 0n;
  const timeout = readProcessMemory(pid, address, timespecBytes);
  if (timeout?.length !== timespecBytes) return null;
  const view = new DataView(timeout.buffer, timeout.byteOffset, timespecBytes);
  const wholeNs = view.getBigInt64(0, true) * nsPerSecond + view.getBigInt64(8, true);
  const leftNs = wholeNs - (process.hrtime.bigint() - enteredNs);
  // It would have come to its end: then the program is told so.
  const left = leftNs > 0n ? leftNs : 0n;
  const words = BigInt64Array.of(left / nsPerSecond, left % nsPerSecond);
  const lent = (stackPointer - belowRedZone) & ~7n;
  return writeProcessMemory(pid, lent, new Uint8Array(words.buffer)) ? lent : null;
}
