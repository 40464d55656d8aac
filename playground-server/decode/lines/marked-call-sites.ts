import type { Convention } from '../../protocol/index.ts';
import type { CallSite, CallSites } from './call-sites.ts';

/** Conventions, at the index that guest/call-mark.ts gives them. */
const conventionOf: readonly (Convention | undefined)[] = ['koffi', 'libaio'];

const wordBytes = 8;
/** Line in the low half of the second word, convention in the high half. */
const markBytes = 2 * wordBytes;

/**
 * Places in an interpreted snippet, whose machine code has no lines. Its bindings pass two more
 * words than the function takes: the run's mark and the place. The psABI puts them on the stack,
 * above the innermost frames, where the called function never looks (System V ABI x86-64, 3.2.3).
 * @param mark a number chosen for this run alone, so that no other word is mistaken for it
 * @param lineCount lines of the snippet; no line beyond is ever returned
 */
export function markedCallSites(mark: bigint, lineCount: number): CallSites {
  const bytes = Buffer.alloc(wordBytes);
  bytes.writeBigUInt64LE(mark);
  return {
    call: ({ stack }) => findMark(stack, bytes, lineCount),
    signal: () => null,
  };
}

function findMark(stack: Uint8Array, mark: Buffer, lineCount: number): CallSite {
  const view = Buffer.from(stack.buffer, stack.byteOffset, stack.byteLength);
  const at = view.indexOf(mark);
  if (at < 0 || at + markBytes > view.byteLength) return { line: null };
  const line = view.readUInt32LE(at + wordBytes);
  const convention = conventionOf[view.readUInt32LE(at + wordBytes + 4)];
  return { line: line >= 1 && line <= lineCount ? line : null, convention };
}
