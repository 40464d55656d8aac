import type { ProgramText } from './call-site.ts';
import { parseElfImage } from './elf-image.ts';
import { parseSourceLines, readerLine } from './line-table.ts';

/** The longest call instruction that call-site.ts recognises. */
const codeBytes = 7;

/**
 * What the bytes of an executable (at most 16 MiB) tell about a compiled snippet's text. Null if
 * they are not an ELF64 executable for x86-64 linked at a fixed address. Never throws.
 * `sourceLineCount` is the number of lines of the snippet; no line beyond it is ever returned.
 */
export function programText(image: Uint8Array, sourceLineCount: number): ProgramText | null {
  const elf = parseElfImage(image);
  if (elf === null) return null;
  const lines = parseSourceLines(elf);
  return {
    isText: lines.isText,
    readerLine: (address) => readerLine(lines, address, sourceLineCount),
    codeBefore: (address) => elf.textBefore(address, codeBytes),
  };
}
