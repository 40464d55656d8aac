import { parseElfImage } from '../lines/elf-image.ts';
import type { ProgramText } from '../lines/program-text.ts';
import type { MappedCode } from './mapped-code.ts';
import { unwindTable, type UnwindTable } from './unwind-table.ts';
import type { FindCode } from './unwind.ts';

/** What is known of a shared object, whichever process has mapped it. */
export interface LibraryCode {
  table: UnwindTable;
  /** the address, in the image, of a byte of the file */
  textAddress(offset: number): number | null;
}

/** Finds a shared object by its path as the process sees it; null if it is not one of ours. */
export type FindLibrary = (path: string) => LibraryCode | null;

/** Reads a shared object; null if it is none. Never throws. */
export function libraryCode(image: Uint8Array): LibraryCode | null {
  const elf = parseElfImage(image);
  return elf && { table: unwindTable(elf), textAddress: elf.textAddress };
}

/** Finds code of the program, which stands where it was linked to, and of the libraries. */
export function codeFinder(
  program: Pick<ProgramText, 'isText' | 'unwindTable'>,
  library: FindLibrary,
  mapped: MappedCode,
): FindCode {
  return (address) => {
    if (program.isText(address)) {
      return { file: '', table: program.unwindTable, address: Number(address) };
    }
    const mapping = mapped.at(address);
    const code = mapping && library(mapping.path);
    if (!code) return null;
    const within = code.textAddress(Number(address - mapping.start) + mapping.offset);
    return within === null ? null : { file: mapping.path, table: code.table, address: within };
  };
}
