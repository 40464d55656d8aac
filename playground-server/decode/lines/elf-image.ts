import { ByteReader } from './byte-reader.ts';

/** The parts of an executable or a library that are read. Addresses are those that it names. */
export interface ElfImage {
  /** Whether it runs at the addresses that it names (ET_EXEC); a library is moved as a whole. */
  isFixed: boolean;
  /** The bytes of a section, or null if there is none, it is compressed, or it is out of bounds. */
  section(name: string): Uint8Array | null;
  /** Whether the address lies in an executable segment. */
  isText: (address: bigint) => boolean;
  /** The address of a byte of the file that is mapped as text, or null. */
  textAddress: (offset: number) => number | null;
  /** The bytes from an address to the end of its segment, or null if none of the file is there. */
  loaded(address: number): Uint8Array | null;
  /** address of .eh_frame_hdr, or null if there is none */
  unwindHeaderAt: number | null;
}

interface Segment {
  type: number;
  isText: boolean;
  offset: number;
  address: number;
  bytes: Uint8Array;
}

interface Section {
  nameAt: number;
  flags: number;
  bytes: Uint8Array;
}

/** A snippet is linked to 20 KiB, libc has 2 MiB; this bounds the time and memory of one parse. */
const maxImageBytes = 16 * 1024 * 1024;
const maxHeaders = 1024;

/** PT_LOAD and PT_GNU_EH_FRAME. */
const segmentTypes = { load: 1, unwindHeader: 0x6474e550 } as const;

/**
 * Parses an executable or a shared object: ELF64, little-endian, x86-64. Returns null for everything
 * else; never throws. Source: elf(5), <elf.h>.
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
  const loads = segments.filter(({ type }) => type === segmentTypes.load);
  const at = (address: number) => loads.find((load) => isWithin(load, address - load.address));
  return {
    isFixed: header.isFixed,
    section: (name) => findSection(sections, names, name),
    isText: (address) => at(Number(address))?.isText ?? false,
    textAddress(offset) {
      const load = loads.find((each) => each.isText && isWithin(each, offset - each.offset));
      return load ? load.address + offset - load.offset : null;
    },
    loaded(address) {
      const load = at(address);
      return load ? load.bytes.subarray(address - load.address) : null;
    },
    unwindHeaderAt:
      segments.find(({ type }) => type === segmentTypes.unwindHeader)?.address ?? null,
  };
}

const isWithin = ({ bytes }: Segment, at: number): boolean => at >= 0 && at < bytes.length;

/** Elf64_Ehdr, or null if the file is not of the one supported kind. */
function readHeader(image: Uint8Array) {
  const reader = new ByteReader(image);
  const [elf, class64, littleEndian, x8664] = [0x464c457f, 2, 1, 62];
  const [executable, sharedObject] = [2, 3];
  if (reader.u32() !== elf || reader.u8() !== class64 || reader.u8() !== littleEndian) return null;
  reader.at = 16; // e_type
  const type = reader.u16();
  if ((type !== executable && type !== sharedObject) || reader.u16() !== x8664) return null;
  reader.at = 32; // e_phoff
  const phoff = reader.u64();
  const shoff = reader.u64();
  reader.at = 56; // e_phnum
  const phnum = reader.u16();
  reader.skip(2);
  const shnum = reader.u16();
  const shstrndx = reader.u16();
  if (phnum > maxHeaders || shnum > maxHeaders) return null;
  return { isFixed: type === executable, phoff, phnum, shoff, shnum, shstrndx };
}

/** The Elf64_Phdr table. */
function readSegments(image: Uint8Array, phoff: number, phnum: number): Segment[] {
  const [execute, entryBytes] = [1, 56];
  const segments: Segment[] = [];
  for (let index = 0; index < phnum; index++) {
    const reader = new ByteReader(image, phoff + index * entryBytes);
    const type = reader.u32();
    const flags = reader.u32();
    const offset = reader.u64();
    const address = reader.u64();
    reader.skip(8); // p_paddr
    const fileBytes = reader.u64();
    const bytes = image.subarray(offset, offset + fileBytes);
    segments.push({ type, isText: (flags & execute) !== 0, offset, address, bytes });
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

function findSection(sections: Section[], names: Uint8Array, name: string): Uint8Array | null {
  const compressed = 0x800;
  const wanted = new TextEncoder().encode(`${name}\0`);
  const found = sections.find(
    ({ nameAt, flags }) =>
      (flags & compressed) === 0 && wanted.every((byte, index) => names[nameAt + index] === byte),
  );
  return found?.bytes ?? null;
}
