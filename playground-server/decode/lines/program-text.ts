import { unwindTable, type UnwindTable } from '../unwind/unwind-table.ts';
import { parseElfImage } from './elf-image.ts';
import { lineInRegions, type LineRegion } from '../../snippet/line-region.ts';
import { parseSourceLines } from './line-table.ts';

/** What a compiled snippet tells about its own text. */
export interface ProgramText {
  /** Whether the address is in the executable segments of the program itself, not of a library. */
  isText(address: bigint): boolean;
  /** The line of the reader's own file that holds this instruction byte, or null. */
  readerLine(address: bigint): number | null;
  unwindTable: UnwindTable;
}

/**
 * Reads an executable (at most 16 MiB). Null if it is no ELF64 executable for x86-64 linked at a
 * fixed address. Never throws. No line is ever given that `regions`, the snippet's own, do not have.
 */
export function programText(image: Uint8Array, regions: readonly LineRegion[]): ProgramText | null {
  const elf = parseElfImage(image);
  if (elf === null || !elf.isFixed) return null;
  const lines = parseSourceLines(elf);
  return {
    isText: lines.isText,
    readerLine(address) {
      const found = lines.lineAt(address);
      return found && lineInRegions(found, regions);
    },
    unwindTable: unwindTable(elf),
  };
}
