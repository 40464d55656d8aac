import { callLength, callTarget } from './call-instruction.ts';
import type { Frame } from './frame.ts';

/** What call sites need to know of the program; see program-text.ts. */
export interface ProgramText {
  /**
   * Whether the address lies in the executable segments of the program itself, not of a library.
   */
  isText(address: bigint): boolean;
  /** The line of the reader's own file that holds this instruction byte, or null. */
  readerLine(address: bigint): number | null;
  /** Up to 7 bytes of program text that end before the address, or null outside of the text. */
  codeBefore(address: bigint): Uint8Array | null;
}

const wordBytes = 8;

/**
 * The innermost line of the reader's own file at a system call stop, or null when there is none.
 * RIP is behind the `syscall` instruction: in the program's text only when that was inlined.
 * Else the return addresses on `stack` (bytes read from RSP upward) are tried, innermost first:
 * libc's syscall() and libaio keep no frame pointer, so nothing better than a scan is to be had.
 */
export function callSite(frame: Frame, stack: Uint8Array, text: ProgramText): number | null {
  return text.readerLine(frame.instructionPointer - 1n) ?? callerLine(frame, stack, text);
}

/**
 * How the program made an AIO call. syscall(2), which libaio goes through as well, keeps nothing on
 * the stack: its return address, on top, leads to the program or to libaio. An inlined `syscall`
 * instruction is the program's own.
 */
export function callConvention(
  frame: Frame,
  stack: Uint8Array,
  text: ProgramText,
): 'syscall' | 'libaio' | undefined {
  if (text.isText(frame.instructionPointer - 1n)) return 'syscall';
  if (stack.byteLength < wordBytes) return undefined;
  const top = new DataView(stack.buffer, stack.byteOffset).getBigUint64(0, true);
  return text.isText(top - 1n) ? 'syscall' : 'libaio';
}

/**
 * As callSite, at a signal stop: RIP is at the very instruction that was interrupted or faulted.
 */
export function signalSite(frame: Frame, stack: Uint8Array, text: ProgramText): number | null {
  return text.readerLine(frame.instructionPointer) ?? callerLine(frame, stack, text);
}

/**
 * Frames of the program that belong to a header or to no line at all are skipped outwards. The
 * innermost frame called into a library: a call of the reader's own function is what an earlier
 * one left on the stack, or one that ended in a jump into the library and has no frame any more.
 */
function callerLine(frame: Frame, stack: Uint8Array, text: ProgramText): number | null {
  const words = new DataView(stack.buffer, stack.byteOffset, stack.byteLength);
  // The psABI aligns the stack to 8 bytes at every call; a crooked RSP is rounded up.
  const skip = Number(BigInt.asUintN(3, -frame.stackPointer));
  let doubtful: number | null = null;
  for (let at = skip; at + wordBytes <= stack.byteLength; at += wordBytes) {
    const address = words.getBigUint64(at, true);
    if (!isReturnAddress(address, text)) continue;
    const line = text.readerLine(address - 1n);
    if (line === null) continue;
    if (!callsReader(address, text)) return line;
    doubtful ??= line;
  }
  return doubtful;
}

/** Whether a direct call before the address leads to a line of the reader's. */
function callsReader(address: bigint, text: ProgramText): boolean {
  const code = text.codeBefore(address);
  const target = code && callTarget(code, address);
  return target !== null && text.readerLine(target) !== null;
}

function isReturnAddress(address: bigint, text: ProgramText): boolean {
  if (!text.isText(address - 1n)) return false;
  const code = text.codeBefore(address);
  return code !== null && callLength(code) !== null;
}
