import type { ByteReader } from '../lines/byte-reader.ts';

/** How an address is stored: a format in the low half, what it is relative to in the high half. */
const [relativeTo, relativeToItself] = [0x70, 0x10];
const omitted = 0xff;

/**
 * Reads a number in one of the formats of the Linux Standard Base (core 5.0, 10.5.1), without what
 * it is relative to. RangeError for a format that no x86-64 linker writes.
 */
export function readEncoded(reader: ByteReader, encoding: number): number {
  switch (encoding & 0x0f) {
    case 0x00: // absptr
    case 0x04: // udata8
      return reader.u64();
    case 0x01:
      return reader.uleb();
    case 0x02:
      return reader.u16();
    case 0x03:
      return reader.u32();
    case 0x09:
      return reader.sleb();
    case 0x0b:
      return reader.i32();
    case 0x0c:
      return reader.i64();
    default:
      throw new RangeError(`unknown pointer format ${encoding}`);
  }
}

/** Reads an address that is absolute or relative to its own place; `here` is that of byte 0. */
export function readPointer(reader: ByteReader, encoding: number, here: number): number {
  const place = here + reader.at;
  const kind = encoding & relativeTo;
  if (encoding === omitted || (kind !== 0 && kind !== relativeToItself)) {
    throw new RangeError(`unknown pointer base ${encoding}`);
  }
  return readEncoded(reader, encoding) + (kind === relativeToItself ? place : 0);
}
