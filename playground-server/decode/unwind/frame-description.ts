import { ByteReader } from '../lines/byte-reader.ts';
import type { ElfImage } from '../lines/elf-image.ts';
import { readEncoded, readPointer } from './eh-pointer.ts';
import { rip } from './frame.ts';

/** What .eh_frame says of one function: an FDE with its CIE. Addresses are the image's own. */
export interface FrameDescription {
  start: number;
  end: number;
  codeFactor: number;
  dataFactor: number;
  /** whether it is what the kernel pushed to run a signal handler (augmentation "S") */
  isSignalFrame: boolean;
  /** instructions that hold at the start of every function of this CIE */
  common: Uint8Array;
  own: Uint8Array;
}

/** The longest of the C library's has 1.2 KiB. */
const maxEntryBytes = 4 * 1024;
/** In place of a length, it announces 64-bit DWARF, which no x86-64 compiler writes. */
const wideLength = 0xffffffff;

/** A CIE or an FDE: its bytes after the length field, and the address of the first of them. */
interface Entry {
  bytes: Uint8Array;
  address: number;
}

/**
 * Reads the FDE at an address. RangeError if it is broken. Source: Linux Standard Base core 5.0,
 * 10.6; DWARF 5, 6.4.1.
 */
export function readDescription(elf: ElfImage, address: number): FrameDescription {
  const entry = readEntry(elf, address);
  const reader = new ByteReader(entry.bytes);
  const common = readCommon(readEntry(elf, entry.address - reader.u32()));
  const start = readPointer(reader, common.encoding, entry.address);
  const end = start + readEncoded(reader, common.encoding & 0x0f);
  if (common.isAugmented) reader.skip(reader.uleb());
  return { ...common, start, end, common: common.rest, own: entry.bytes.subarray(reader.at) };
}

function readEntry(elf: ElfImage, address: number): Entry {
  const bytes = elf.loaded(address) ?? new Uint8Array();
  const reader = new ByteReader(bytes);
  const length = reader.u32();
  if (length === 0 || length === wideLength || length > maxEntryBytes) {
    throw new RangeError(`an entry of ${length} bytes`);
  }
  const start = reader.skip(length);
  return { bytes: bytes.subarray(start, start + length), address: address + start };
}

function readCommon({ bytes }: Entry) {
  const reader = new ByteReader(bytes);
  const id = reader.u32();
  const version = reader.u8();
  if (id !== 0 || (version !== 1 && version !== 3)) throw new RangeError('not a CIE');
  const augmentation = reader.cString();
  const codeFactor = reader.uleb();
  const dataFactor = reader.sleb();
  const returnRegister = version === 1 ? reader.u8() : reader.uleb();
  if (returnRegister !== rip) throw new RangeError('returns to another register');
  const isAugmented = augmentation.startsWith('z');
  if (!isAugmented && augmentation !== '') throw new RangeError(`augmentation ${augmentation}`);
  const encoding = isAugmented ? readAugmentation(reader, augmentation) : 0;
  const isSignalFrame = augmentation.includes('S');
  const rest = bytes.subarray(reader.at);
  return { codeFactor, dataFactor, isAugmented, isSignalFrame, encoding, rest };
}

/** Skips the augmentation data, and returns how addresses in FDEs are stored. */
function readAugmentation(reader: ByteReader, augmentation: string): number {
  const end = reader.uleb() + reader.at;
  let encoding = 0;
  for (const letter of augmentation.slice(1)) {
    if (letter === 'R') encoding = reader.u8();
    else if (letter === 'L') reader.skip(1);
    else if (letter === 'P') readEncoded(reader, reader.u8());
    else if (letter !== 'S') throw new RangeError(`augmentation ${letter}`);
  }
  reader.at = end;
  return encoding;
}
