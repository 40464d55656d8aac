import type { Convention } from '../../protocol/index.ts';
import { codeFinder, type FindLibrary } from '../unwind/code-finder.ts';
import { rip, type Frame } from '../unwind/frame.ts';
import type { MappedCode } from '../unwind/mapped-code.ts';
import { stackReader } from '../unwind/stack-reader.ts';
import { unwind } from '../unwind/unwind.ts';
import { callConvention, wayOut } from './call-site.ts';
import type { ProgramText } from './program-text.ts';

/** Where a snippet made a call, and how. */
export interface CallSite {
  line: number | null;
  convention?: Convention | undefined;
}

/** A stopped thread, as far as it shows where it stopped. */
export interface Standpoint {
  frame: Frame;
  /** bytes from RSP upward */
  stack: Uint8Array;
  code: MappedCode;
}

/** Finds places in a snippet of one language. */
export interface CallSites {
  call(at: Standpoint): CallSite;
  signal(at: Standpoint): number | null;
}

/** Places in a compiled program. Null text, from a program that could not be parsed, gives no lines. */
export function programCallSites(text: ProgramText | null, library: FindLibrary): CallSites {
  if (text === null) return { call: () => ({ line: null }), signal: () => null };
  const look = ({ frame, stack, code }: Standpoint, address: bigint) => {
    const find = codeFinder(text, library, code);
    const path = unwind({ address, registers: frame }, stackReader(frame, stack), find);
    return { find, way: wayOut(path, text) };
  };
  return {
    // RIP is after the `syscall` instruction, whose last byte stands for it.
    call(at) {
      const { find, way } = look(at, (at.frame[rip] ?? 0n) - 1n);
      return { line: way.line, convention: callConvention(way, text, find) };
    },
    // RIP is at the instruction that was interrupted or faulted.
    signal: (at) => look(at, at.frame[rip] ?? 0n).way.line,
  };
}
