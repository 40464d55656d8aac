import type { GoingOn } from '../linux/registers.ts';
import { waits } from '../linux/waits-table.ts';
import { interrupted, isRestart } from './restart-result.ts';

/** A call that may have to be made again. */
export interface Repeatable {
  name: string;
  nr: number;
  args: readonly bigint[];
  /** what the kernel is asked for, where a rule asks for less */
  asked: readonly bigint[];
  instructionPointer: bigint;
  stackPointer: bigint;
  /** what it collected before it was made again; null if it was not */
  collected: bigint | null;
}

const eventBytes = 32n;
export const timespecBytes = 16;
/** The System V ABI leaves 128 bytes below RSP to the program (3.2.2); nobody uses what is below. */
const belowRedZone = 512n;
/** Length of the `syscall` instruction. */
const syscallBytes = 2n;
const nsPerSecond = 1_000_000_000n;
const nsPerMillisecond = 1_000_000n;

export const isWait = (call: string): boolean => call in waits;

/** Whether a wait returned before it had what it was to wait for, other than for its own faults. */
export function endedEarly({ name, asked, collected }: Repeatable, result: bigint): boolean {
  const wait = waits[name];
  if (!wait) return false;
  if (result === interrupted || isRestart(result)) return true;
  if (!wait.gathers || result <= 0n) return false;
  return (collected ?? 0n) + result < BigInt.asIntN(64, asked[wait.gathers.least] ?? 0n);
}

/** All that a wait has collected once it has returned. */
export const collectedBy = ({ collected }: Repeatable, result: bigint): bigint =>
  (collected ?? 0n) + (result > 0n ? result : 0n);

/** What a call is made again with in place of its timeout. */
export interface TimeLeft {
  /** null if it waits for ever, and keeps the argument that says so */
  argument: bigint | null;
  /** what has to be written for it, where the program has room for it */
  memory: { address: bigint; bytes: Uint8Array } | null;
}

const forEver: TimeLeft = { argument: null, memory: null };

/**
 * What is left of a call's timeout; null if that cannot be told.
 * @param readAt the bytes at an address, if they are known
 */
export function timeLeft(
  { name, args, stackPointer }: Repeatable,
  elapsedNs: bigint,
  readAt: (address: bigint) => Uint8Array | null | undefined,
): TimeLeft | null {
  const { timeout } = waits[name] ?? {};
  const asked = timeout ? (args[timeout.at] ?? 0n) : 0n;
  if (timeout?.is === 'milliseconds') {
    const wholeNs = BigInt.asIntN(32, asked) * nsPerMillisecond;
    if (wholeNs < 0n) return forEver;
    const left = notBelow0(wholeNs - elapsedNs + nsPerMillisecond - 1n) / nsPerMillisecond;
    return { argument: left, memory: null };
  }
  if (asked === 0n) return forEver;
  const timespec = readAt(asked);
  if (timespec?.length !== timespecBytes) return null;
  const left = notBelow0(nsIn(timespec) - elapsedNs);
  const words = BigInt64Array.of(left / nsPerSecond, left % nsPerSecond);
  const address = (stackPointer - belowRedZone) & ~7n;
  return { argument: address, memory: { address, bytes: new Uint8Array(words.buffer) } };
}

/** What would have come to its end: then the program is told so. */
const notBelow0 = (ns: bigint): bigint => (ns > 0n ? ns : 0n);

function nsIn(timespec: Uint8Array): bigint {
  const view = new DataView(timespec.buffer, timespec.byteOffset, timespecBytes);
  return view.getBigInt64(0, true) * nsPerSecond + view.getBigInt64(8, true);
}

/**
 * What makes the call again, for the rest of the events.
 * @param timeout in place of its own; null for that
 */
export function madeAgain(
  { name, nr, asked, instructionPointer }: Repeatable,
  collected: bigint,
  timeout: bigint | null,
): GoingOn {
  const args = [...asked];
  const wait = waits[name] ?? {};
  if (wait.gathers) {
    const { least, most, events } = wait.gathers;
    args[least] = (args[least] ?? 0n) - collected;
    args[most] = (args[most] ?? 0n) - collected;
    args[events] = (args[events] ?? 0n) + collected * eventBytes;
  }
  if (wait.timeout && timeout !== null) args[wait.timeout.at] = timeout;
  return { args, result: BigInt(nr), instructionPointer: instructionPointer - syscallBytes };
}

/** What a call that was made again gives: its own arguments, and all that it collected. */
export function broughtToEnd(call: Repeatable, result: bigint): GoingOn {
  const { args, instructionPointer, collected } = call;
  return {
    args,
    result: (collected ?? 0n) === 0n ? result : collectedBy(call, result),
    instructionPointer,
  };
}
