import type { Convention } from '../../protocol/index.ts';
import type { FindCode } from '../unwind/unwind.ts';
import type { ProgramText } from './program-text.ts';

/** The way from where a thread stopped out to the innermost line of the reader's own file. */
export interface WayOut {
  /** addresses, innermost first; up to that line, or all of them */
  path: readonly bigint[];
  line: number | null;
}

/** Passes over callers that belong to a library, to a header or to no line. */
export function wayOut(path: Iterable<bigint>, text: ProgramText): WayOut {
  const passed: bigint[] = [];
  for (const address of path) {
    passed.push(address);
    const line = text.readerLine(address);
    if (line !== null) return { path: passed, line };
  }
  return { path: passed, line: null };
}

/**
 * How the program made a call: libaio's functions make it through libc's syscall(2), as a program
 * may itself, or with a `syscall` instruction of its own.
 */
export function callConvention(
  { path: [innermost, caller] }: WayOut,
  text: ProgramText,
  find: FindCode,
): Convention | undefined {
  if (innermost === undefined) return undefined;
  if (text.isText(innermost)) return 'syscall';
  if (caller === undefined) return undefined;
  if (text.isText(caller)) return 'syscall';
  return find(caller)?.file.includes('libaio') ? 'libaio' : undefined;
}
