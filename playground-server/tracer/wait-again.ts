import type { GoingOn } from '../linux/registers.ts';
import { interrupted, isRestart } from './restart-result.ts';

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

export const isWait = (call: string): boolean => call in waits;

/** Whether a wait returned before it had what it was to wait for, other than for its own faults. */
export function endedEarly({ name, asked, collected }: Repeatable, result: bigint): boolean {
  const wait = waits[name];
  if (!wait) return false;
  const least = BigInt.asIntN(64, asked[wait.least] ?? 0n);
  return (
    result === interrupted ||
    isRestart(result) ||
    (result > 0n && (collected ?? 0n) + result < least)
  );
}

/** All that a wait has collected once it has returned. */
export const collectedBy = ({ collected }: Repeatable, result: bigint): bigint =>
  (collected ?? 0n) + (result > 0n ? result : 0n);

/** Where the call has its timeout; 0 for none. */
export const timeoutOf = ({ name, args }: Repeatable): bigint =>
  args[waits[name]?.timeout ?? 0] ?? 0n;

/** What is left of a timeout: `struct timespec`, and where the program has room for it. */
export function timeLeft(
  timeout: Uint8Array,
  elapsedNs: bigint,
  { stackPointer }: Repeatable,
): { address: bigint; bytes: Uint8Array } {
  const view = new DataView(timeout.buffer, timeout.byteOffset, timespecBytes);
  const wholeNs = view.getBigInt64(0, true) * nsPerSecond + view.getBigInt64(8, true);
  const leftNs = wholeNs - elapsedNs;
  // It would have come to its end: then the program is told so.
  const left = leftNs > 0n ? leftNs : 0n;
  const words = BigInt64Array.of(left / nsPerSecond, left % nsPerSecond);
  return { address: (stackPointer - belowRedZone) & ~7n, bytes: new Uint8Array(words.buffer) };
}

/** What makes the call again, for the rest of the events. */
export function madeAgain(
  { name, nr, asked, instructionPointer }: Repeatable,
  collected: bigint,
  timeout: bigint,
): GoingOn {
  const args = [...asked];
  const { least = 0, most = 0, events = 0, timeout: place = 0 } = waits[name] ?? {};
  args[least] = (args[least] ?? 0n) - collected;
  args[most] = (args[most] ?? 0n) - collected;
  args[events] = (args[events] ?? 0n) + collected * eventBytes;
  args[place] = timeout;
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
