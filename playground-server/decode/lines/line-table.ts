import { ByteReader } from './byte-reader.ts';
import type { ElfImage } from './elf-image.ts';
import { readLineHeader } from './line-header.ts';
import { runLineProgram } from './line-program.ts';
import type { LineRow, Sequence } from './line-program.ts';

/** Maps each instruction of a program to its source line. */
export interface SourceLines {
  /** The file (as the compiler named it, with its directory) and line, from 1, or null. */
  lineAt(address: bigint): { file: string; line: number } | null;
  isText: (address: bigint) => boolean;
}

/**
 * A 30-line snippet has one unit, 1 KiB of table and 60 rows. A hostile one may write the section
 * itself (asm), so the cost of reading it is bounded: some 100 ms.
 */
const maxUnits = 16;
const maxTableBytes = 512 * 1024;
const maxRows = 200_000;

/**
 * Reads .debug_line of DWARF 2 to 5. Never throws: a broken table gives the lines before the break,
 * a missing one none. Source: DWARF 5, section 6.2.
 */
export function parseSourceLines(elf: ElfImage): SourceLines {
  const sequences = readSequences(elf).filter(({ start }) => elf.isText(BigInt(start)));
  sequences.sort((a, b) => a.start - b.start);
  return {
    isText: elf.isText,
    lineAt: (address) => (elf.isText(address) ? lookUp(sequences, Number(address)) : null),
  };
}

/** Units follow one another to the end of the section; a broken one ends the table. */
function readSequences(elf: ElfImage): Sequence[] {
  const sequences: Sequence[] = [];
  const strings = {
    line: elf.section('.debug_line_str') ?? new Uint8Array(),
    info: elf.section('.debug_str') ?? new Uint8Array(),
  };
  const section = elf.section('.debug_line') ?? new Uint8Array();
  const table = new ByteReader(section.subarray(0, maxTableBytes));
  const budget = { rows: maxRows };
  try {
    for (let unit = 0; unit < maxUnits && table.at < table.length; unit++) {
      const header = readLineHeader(table, strings);
      if (header !== null) runLineProgram(header, budget, sequences);
    }
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
  }
  return sequences;
}

function lookUp(sequences: Sequence[], address: number): { file: string; line: number } | null {
  const sequence = lastAtOrBefore(sequences, address, ({ start }) => start);
  if (sequence === null || address >= sequence.end) return null;
  const row: LineRow | null = lastAtOrBefore(sequence.rows, address, (each) => each.address);
  const file = row === null ? undefined : sequence.files[row.file];
  return row === null || file === undefined ? null : { file, line: row.line };
}

/** Binary search in a list sorted by `key`. */
function lastAtOrBefore<T>(list: readonly T[], key: number, keyOf: (item: T) => number): T | null {
  let [low, high] = [0, list.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (keyOf(list[middle] as T) <= key) low = middle + 1;
    else high = middle;
  }
  return list[low - 1] ?? null;
}
