import { ByteReader } from './byte-reader.ts';

/** The header of a line number program (DWARF 5, 6.2.4), as far as the program itself needs it. */
export interface LineHeader {
  minimumInstructionLength: number;
  lineBase: number;
  lineRange: number;
  opcodeBase: number;
  /** Number of operands of standard opcode n, at n − 1: for skipping one that is unknown. */
  operandCounts: number[];
  /** Paths by the number that the program uses; DWARF 4 counts from 1, DWARF 5 from 0. */
  files: (string | undefined)[];
  program: ByteReader;
}

/** The sections that hold strings: .debug_line_str and .debug_str. */
export interface LineStrings {
  line: Uint8Array;
  info: Uint8Array;
}

/** A snippet and its headers come from some 40 files in 10 directories. */
const maxEntries = 512;

/** Content types of an entry (DWARF 5, 6.2.4.1). */
const contentPath = 1;
const contentDirectory = 2;

interface Entry {
  path: string;
  directory: number;
}

/**
 * Reads the header of the next unit in .debug_line and skips the unit. Null if its version is
 * unknown, or its entries use a form that line tables do not need. RangeError if it is broken.
 */
export function readLineHeader(table: ByteReader, strings: LineStrings): LineHeader | null {
  const length = table.u32();
  const wide = length === 0xffffffff;
  const unit = table.part(wide ? table.u64() : length);
  const version = unit.u16();
  if (version < 2 || version > 5) return null;
  if (version === 5) unit.skip(2); // address_size, segment_selector_size
  const headerLength = wide ? unit.u64() : unit.u32();
  const programAt = unit.at + headerLength;
  const parameters = readParameters(unit, version);
  const files = version === 5 ? readFiles(unit, wide, strings) : readOldFiles(unit);
  if (files === null) return null;
  unit.at = programAt;
  return { ...parameters, files, program: unit };
}

function readParameters(unit: ByteReader, version: number) {
  const minimumInstructionLength = unit.u8();
  if (version >= 4) unit.skip(1); // maximum_operations_per_instruction: 1 where there is no VLIW
  unit.skip(1); // default_is_stmt: every row counts here
  const lineBase = unit.i8();
  const lineRange = unit.u8();
  const opcodeBase = unit.u8();
  if (lineRange === 0 || opcodeBase === 0) throw new RangeError('impossible line header');
  const operandCounts = Array.from({ length: opcodeBase - 1 }, () => unit.u8());
  return { minimumInstructionLength, lineBase, lineRange, opcodeBase, operandCounts };
}

/**
 * DWARF 2 to 4: lists of strings, each ended by an empty one; directory 0 is the compiler's own.
 */
function readOldFiles(unit: ByteReader): (string | undefined)[] {
  const directories = [''];
  for (let path = unit.cString(); path !== ''; path = unit.cString()) directories.push(path);
  const files: (string | undefined)[] = [undefined];
  for (let path = unit.cString(); path !== ''; path = unit.cString()) {
    const directory = unit.uleb();
    unit.uleb(); // time of the last change
    unit.uleb(); // length in bytes
    files.push(join(directories[directory], path));
    if (files.length > maxEntries) throw new RangeError('too many files');
  }
  return files;
}

/**
 * DWARF 5: two tables, preceded by a description of their columns; directory 0 is the compiler's.
 */
function readFiles(unit: ByteReader, wide: boolean, strings: LineStrings): string[] | null {
  const directories = readEntries(unit, wide, strings);
  const files = directories === null ? null : readEntries(unit, wide, strings);
  return files?.map(({ path, directory }) => join(directories?.[directory]?.path, path)) ?? null;
}

function readEntries(unit: ByteReader, wide: boolean, strings: LineStrings): Entry[] | null {
  const format = Array.from({ length: unit.u8() }, () => [unit.uleb(), unit.uleb()] as const);
  const count = unit.uleb();
  if (count > maxEntries) throw new RangeError('too many entries');
  const entries: Entry[] = [];
  for (let index = 0; index < count; index++) {
    const entry: Entry = { path: '', directory: 0 };
    for (const [content, form] of format) {
      const value = readForm(unit, form, wide, strings);
      if (value === null) return null;
      if (content === contentPath) entry.path = `${value}`;
      if (content === contentDirectory) entry.directory = Number(value);
    }
    entries.push(entry);
  }
  return entries;
}

/** One attribute (DWARF 5, 7.5.6); null for a form that 6.2.4.1 does not allow here. */
function readForm(unit: ByteReader, form: number, wide: boolean, strings: LineStrings) {
  const offset = () => (wide ? unit.u64() : unit.u32());
  switch (form) {
    case 0x08: // DW_FORM_string
      return unit.cString();
    case 0x0e: // DW_FORM_strp
      return new ByteReader(strings.info, offset()).cString();
    case 0x1f: // DW_FORM_line_strp
      return new ByteReader(strings.line, offset()).cString();
    case 0x0b: // DW_FORM_data1
      return unit.u8();
    case 0x05: // DW_FORM_data2
      return unit.u16();
    case 0x06: // DW_FORM_data4
      return unit.u32();
    case 0x07: // DW_FORM_data8
      return unit.skip(8);
    case 0x0f: // DW_FORM_udata
      return unit.uleb();
    case 0x1e: // DW_FORM_data16, an MD5 sum
      return unit.skip(16);
    case 0x09: // DW_FORM_block
      return unit.skip(unit.uleb());
    default:
      return null;
  }
}

function join(directory: string | undefined, path: string): string {
  return path.startsWith('/') || !directory ? path : `${directory}/${path}`;
}
