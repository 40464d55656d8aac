import { callLength, callTarget } from './call-instruction.ts';
import type { Frame } from './frame.ts';

/** What call sites need to know of the program; see program-text.ts. */
export interface ProgramText {
  /** Whether the address is in the executable segments of the program itself, not of a library. */
  isText(address: bigint): boolean;
  /** The line of the reader's own file that holds this instruction byte, or null. */
  readerLine(address: bigint): number | null;
  /** Up to 7 bytes of program text that end before the address; null outside the text. */
  codeBefore(address: bigint): Uint8Array | null;
}

const wordBytes = 8;

/**
 * The innermost line of the reader's own file at a system call stop, or null if there is none.
 * RIP is after the `syscall` instruction, which is in the program's text only if it was inlined.
 * Otherwise the return addresses on `stack` (bytes from RSP upward) are tried, innermost first:
 * libc's syscall() and libaio keep no frame pointer, so there is nothing better than a scan.
 */
export function callSite(frame: Frame, stack: Uint8Array, text: ProgramText): number | null {
  return text.readerLine(frame.instructionPointer - 1n) ?? callerLine(frame, stack, text);
}

/**
 * How the program made an AIO call. syscall(2), which libaio uses too, keeps nothing on the stack,
 * so the return address on top leads to the program or to libaio. An inlined `syscall` instruction
 * is the program's own.
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

/** Like callSite, for a signal stop: RIP is at the instruction that was interrupted or faulted. */
export function signalSite(frame: Frame, stack: Uint8Array, text: ProgramText): number | null {
  return text.readerLine(frame.instructionPointer) ?? callerLine(frame, stack, text);
}

/**
 * Skips frames of the program that belong to a header or to no line, going outwards. The innermost
 * frame called into a library, so a call of the reader's own function is a remnant of an earlier
 * one on the stack, or of one that ended in a jump into the library and no longer has a frame.
 */
function callerLine(frame: Frame, stack: Uint8Array, text: ProgramText): number | null {
  const words = new DataView(stack.buffer, stack.byteOffset, stack.byteLength);
  // The psABI aligns the stack to 8 bytes at every call; an unaligned RSP is rounded up.
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

/** Whether the direct call before the address leads to one of the reader's lines. */
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
