import type { ElfImage } from '../lines/elf-image.ts';
import { ByteReader } from '../lines/byte-reader.ts';
import { readPointer } from './eh-pointer.ts';
import { readDescription } from './frame-description.ts';
import { rowAt } from './frame-program.ts';
import type { FrameRow } from './frame-row.ts';

/** Says of each instruction of an image how to find its caller. */
export interface UnwindTable {
  /** The row at an address of the image, or null if it has none. Never throws. */
  rowAt(address: number): FrameRow | null;
}

/** The only format of the sorted table: two 32-bit numbers, relative to its header. */
const sortedFormat = 0x3b;
const pairBytes = 8;
/** A loop makes its calls from few places; a hostile program from ever new ones. */
const maxKeptRows = 1024;

/**
 * Finds the unwind table of an image by its .eh_frame_hdr (Linux Standard Base core 5.0, 10.6.2).
 * Nothing but that header is read here: a row is read when it is asked for, and kept.
 */
export function unwindTable(elf: ElfImage): UnwindTable {
  const find = unlessBroken(() => sortedTable(elf)) ?? (() => null);
  const kept = new Map<number, FrameRow | null>();
  return {
    rowAt(address) {
      const known = kept.get(address);
      if (known !== undefined) return known;
      const row = unlessBroken(() => findRow(elf, find(address), address));
      if (kept.size >= maxKeptRows) kept.clear();
      kept.set(address, row);
      return row;
    },
  };
}

function findRow(elf: ElfImage, descriptionAt: number | null, address: number): FrameRow | null {
  if (descriptionAt === null) return null;
  const description = readDescription(elf, descriptionAt);
  const covers = address >= description.start && address < description.end;
  return covers ? rowAt(description, address) : null;
}

type Find = (address: number) => number | null;

/** A search for the description that begins last before an address; null if there is no table. */
function sortedTable(elf: ElfImage): Find | null {
  const base = elf.unwindHeaderAt;
  const bytes = base === null ? null : elf.loaded(base);
  if (base === null || bytes === null) return null;
  const reader = new ByteReader(bytes);
  const [version, tableFormat] = [reader.u8(), reader.u8()];
  const [countFormat, format] = [reader.u8(), reader.u8()];
  if (version !== 1 || format !== sortedFormat) return null;
  readPointer(reader, tableFormat, base); // of .eh_frame itself
  const count = readPointer(reader, countFormat, base);
  const at = reader.skip(count * pairBytes);
  const view = new DataView(bytes.buffer, bytes.byteOffset + at, count * pairBytes);
  return (address) => search(view, address - base, base);
}

/** @param wanted relative to the header, as everything in the table is */
function search(table: DataView, wanted: number, base: number): number | null {
  let [low, high] = [0, table.byteLength / pairBytes];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (table.getInt32(middle * pairBytes, true) <= wanted) low = middle + 1;
    else high = middle;
  }
  return low === 0 ? null : base + table.getInt32((low - 1) * pairBytes + 4, true);
}

function unlessBroken<T>(read: () => T): T | null {
  try {
    return read();
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}
