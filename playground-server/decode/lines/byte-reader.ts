/** Longest string that is accepted: paths in the sandbox are short, and each is copied. */
const maxStringBytes = 1024;

const utf8 = new TextDecoder();

/**
 * Reads little-endian numbers from bytes that a hostile program may have made. A read past the end,
 * or a number that a double cannot hold exactly, throws RangeError, which is the only error that
 * parsers catch.
 */
export class ByteReader {
  readonly #view: DataView;
  readonly #bytes: Uint8Array;
  at: number;

  constructor(bytes: Uint8Array, at = 0) {
    this.#bytes = bytes;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.at = at;
  }

  get length(): number {
    return this.#bytes.length;
  }

  u8(): number {
    return this.#view.getUint8(this.skip(1));
  }

  i8(): number {
    return this.#view.getInt8(this.skip(1));
  }

  u16(): number {
    return this.#view.getUint16(this.skip(2), true);
  }

  u32(): number {
    return this.#view.getUint32(this.skip(4), true);
  }

  i32(): number {
    return this.#view.getInt32(this.skip(4), true);
  }

  u64(): number {
    return exact(Number(this.#view.getBigUint64(this.skip(8), true)));
  }

  i64(): number {
    return exact(Number(this.#view.getBigInt64(this.skip(8), true)));
  }

  /** Unsigned LEB128 (DWARF 5, 7.6). */
  uleb(): number {
    let value = 0;
    for (let scale = 1; ; scale *= 128) {
      const byte = this.u8();
      value = exact(value + (byte & 0x7f) * scale);
      if (byte < 0x80) return value;
    }
  }

  /** Signed LEB128 (DWARF 5, 7.6). */
  sleb(): number {
    let value = 0;
    for (let scale = 1; ; scale *= 128) {
      const byte = this.u8();
      value = exact(value + (byte & 0x7f) * scale);
      if (byte < 0x80) return exact((byte & 0x40) === 0 ? value : value - scale * 128);
    }
  }

  /** Bytes up to a zero byte, as UTF-8; skips the zero. */
  cString(): string {
    const rest = this.#bytes.subarray(this.at, this.at + maxStringBytes);
    const length = rest.indexOf(0);
    if (length < 0) throw new RangeError('unterminated string');
    this.skip(length + 1);
    return utf8.decode(rest.subarray(0, length));
  }

  /** Skips `count` bytes and returns the position before them. */
  skip(count: number): number {
    const start = this.at;
    if (count > this.length - start) throw new RangeError('read beyond the end');
    this.at = start + count;
    return start;
  }

  /** The next `count` bytes themselves, not a copy. */
  bytes(count: number): Uint8Array {
    const start = this.skip(count);
    return this.#bytes.subarray(start, start + count);
  }

  /** A reader of just the next `count` bytes, which this one skips. */
  part(count: number): ByteReader {
    return new ByteReader(this.bytes(count));
  }
}

function exact(value: number): number {
  if (!Number.isSafeInteger(value)) throw new RangeError('number too large');
  return value;
}
