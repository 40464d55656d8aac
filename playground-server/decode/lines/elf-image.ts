import { ByteReader } from './byte-reader.ts';

/** The parts of an executable that are read. Addresses are those in the running program. */
export interface ElfImage {
  /** The bytes of a section, or null if there is none, it is compressed, or it is out of bounds. */
  section(name: string): Uint8Array | null;
  /** Whether the address lies in an executable segment. */
  isText(address: bigint): boolean;
  /** Up to `count` bytes of text that end before `address`, or null if that is not in the text. */
  textBefore(address: bigint, count: number): Uint8Array | null;
}

interface Segment {
  address: number;
  bytes: Uint8Array;
}

interface Section {
  nameAt: number;
  flags: number;
  bytes: Uint8Array;
}

/** An ordinary snippet is linked to 20 KiB; this bounds the time and memory of one parse. */
const maxImageBytes = 16 * 1024 * 1024;
const maxHeaders = 1024;

/**
 * Parses an executable: ELF64, little-endian, x86-64, at a fixed address (ET_EXEC), because other
 * files do not tell their addresses. Returns null for everything else; never throws. Source:
 * elf(5), <elf.h>.
 */
export function parseElfImage(image: Uint8Array): ElfImage | null {
  if (image.length > maxImageBytes) return null;
  try {
    return readImage(image);
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

function readImage(image: Uint8Array): ElfImage | null {
  const header = readHeader(image);
  if (header === null) return null;
  const segments = readSegments(image, header.phoff, header.phnum);
  const sections = readSections(image, header.shoff, header.shnum);
  const names = sections[header.shstrndx]?.bytes ?? new Uint8Array();
  const at = (address: bigint) => findSegment(segments, Number(address));
  return {
    section: (name) => findSection(sections, names, name),
    isText: (address) => at(address) !== undefined,
    textBefore: (address, count) => {
      const segment = at(address - 1n);
      if (segment === undefined) return null;
      const end = Number(address) - segment.address;
      return segment.bytes.subarray(Math.max(0, end - count), end);
    },
  };
}

/** Elf64_Ehdr, or null if the file is not of the one supported kind. */
function readHeader(image: Uint8Array) {
  const reader = new ByteReader(image);
  const [elf, class64, littleEndian, executable, x8664] = [0x464c457f, 2, 1, 2, 62];
  if (reader.u32() !== elf || reader.u8() !== class64 || reader.u8() !== littleEndian) return null;
  reader.at = 16; // e_type
  if (reader.u16() !== executable || reader.u16() !== x8664) return null;
  reader.at = 32; // e_phoff
  const phoff = reader.u64();
  const shoff = reader.u64();
  reader.at = 56; // e_phnum
  const phnum = reader.u16();
  reader.skip(2);
  const shnum = reader.u16();
  const shstrndx = reader.u16();
  if (phnum > maxHeaders || shnum > maxHeaders) return null;
  return { phoff, phnum, shoff, shnum, shstrndx };
}

/** The executable PT_LOAD entries of the Elf64_Phdr table. */
function readSegments(image: Uint8Array, phoff: number, phnum: number): Segment[] {
  const [load, execute, entryBytes] = [1, 1, 56];
  const segments: Segment[] = [];
  for (let index = 0; index < phnum; index++) {
    const reader = new ByteReader(image, phoff + index * entryBytes);
    const type = reader.u32();
    const flags = reader.u32();
    const offset = reader.u64();
    const address = reader.u64();
    reader.skip(8); // p_paddr
    const fileBytes = reader.u64();
    if (type !== load || (flags & execute) === 0) continue;
    segments.push({ address, bytes: image.subarray(offset, offset + fileBytes) });
  }
  return segments;
}

/** The Elf64_Shdr table; sections without bytes in the file are empty. */
function readSections(image: Uint8Array, shoff: number, shnum: number): Section[] {
  const [noBits, entryBytes] = [8, 64];
  const sections: Section[] = [];
  for (let index = 0; index < shnum; index++) {
    const reader = new ByteReader(image, shoff + index * entryBytes);
    const nameAt = reader.u32();
    const type = reader.u32();
    const flags = reader.u64();
    reader.skip(8); // sh_addr
    const offset = reader.u64();
    const size = type === noBits ? 0 : reader.u64();
    sections.push({ nameAt, flags, bytes: image.subarray(offset, offset + size) });
  }
  return sections;
}

function findSegment(segments: Segment[], address: number): Segment | undefined {
  return segments.find(
    (segment) => address >= segment.address && address - segment.address < segment.bytes.length,
  );
}

function findSection(sections: Section[], names: Uint8Array, name: string): Uint8Array | null {
  const compressed = 0x800;
  const wanted = new TextEncoder().encode(`${name}\0`);
  const found = sections.find(
    ({ nameAt, flags }) =>
      (flags & compressed) === 0 && wanted.every((byte, index) => names[nameAt + index] === byte),
  );
  return found?.bytes ?? null;
}
