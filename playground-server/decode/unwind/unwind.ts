import type { FrameRow } from './frame-row.ts';
import { rip, rsp, type Registers } from './frame.ts';
import { stepOut, type ReadWord } from './step-out.ts';
import type { UnwindTable } from './unwind-table.ts';

/** The image that holds an address of the process, and the address within the image. */
export interface FoundCode {
  /** path of the image's file */
  file: string;
  table: UnwindTable;
  address: number;
}

export type FindCode = (address: bigint) => FoundCode | null;

/** A function that has not returned yet: where it stands, and its registers. */
export interface Step {
  address: bigint;
  registers: Registers;
}

/** The way from the snippet's line into a library is short; a hostile table could go on for ever. */
const maxFrames = 64;

/**
 * The addresses that led to where a thread stopped, innermost first: `address`, then, for each
 * caller, its call's last byte (a call may be the last instruction of its line), or the instruction
 * that a signal interrupted. Ends where no table knows the way out: nothing is guessed. Never throws.
 * @param read the thread's stack from RSP upward
 */
export function* unwind(
  { address, registers }: Step,
  read: ReadWord,
  find: FindCode,
): Generator<bigint> {
  let step: Step | null = { address, registers };
  for (let depth = 0; step !== null && depth < maxFrames; depth++) {
    yield step.address;
    const code = find(step.address);
    const row = code?.table.rowAt(code.address) ?? (depth === 0 ? rowBeforeCall(code) : null);
    step = row ? callerOf(step, row, read) : null;
  }
}

/**
 * glibc's clone() ends its description at the `syscall` itself, since it would be wrong in the child
 * (sysdeps/unix/sysv/linux/x86_64/clone.S). In the parent, what was true before it still is.
 */
function rowBeforeCall(code: FoundCode | null): FrameRow | null {
  if (!code || code.table.rowAt(code.address - 1)) return null;
  return code.table.rowAt(code.address - syscallBytes);
}

/** Length of the `syscall` instruction, whose last byte stands for it. */
const syscallBytes = 2;

function callerOf({ registers }: Step, row: FrameRow, read: ReadWord): Step | null {
  const caller = unlessLost(() => stepOut(row, registers, read));
  const returnAddress = caller?.[rip];
  if (!caller || returnAddress === undefined || returnAddress === 0n) return null;
  if (row.isSignalFrame) return { address: returnAddress, registers: caller };
  // The stack grows downward: what does not lie above is no caller's frame.
  if ((caller[rsp] ?? 0n) <= (registers[rsp] ?? 0n)) return null;
  return { address: returnAddress - 1n, registers: caller };
}

function unlessLost<T>(step: () => T): T | null {
  try {
    return step();
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}
