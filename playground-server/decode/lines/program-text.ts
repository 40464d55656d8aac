import type { ProgramText } from './call-site.ts';
import { parseElfImage } from './elf-image.ts';
import { parseSourceLines, readerLine, type SnippetFile } from './line-table.ts';

/** The longest call instruction that call-site.ts recognises. */
const codeBytes = 7;

/**
 * What a compiled snippet tells about its own text, from the bytes of the executable (at most 16
 * MiB). Null when they are no ELF64 executable for x86-64 linked at a fixed address. Never throws.
 * No line is ever given that `file`, the snippet's own, does not have.
 */
export function programText(image: Uint8Array, file: SnippetFile): ProgramText | null {
  const elf = parseElfImage(image);
  if (elf === null) return null;
  const lines = parseSourceLines(elf);
  return {
    isText: lines.isText,
    readerLine: (address) => readerLine(lines, address, file),
    codeBefore: (address) => elf.textBefore(address, codeBytes),
  };
}
