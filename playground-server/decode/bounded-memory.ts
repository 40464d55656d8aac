import type { Captured, CapturedRange } from './capture/captured.ts';

/** The tracee's memory as recorded with one call. Addresses are taken modulo 2^64. */
export interface BoundedMemory {
  /** All of `length` bytes, or null: a structure that ends in an unreadable page is unreadable. */
  whole(address: bigint, length: number): Uint8Array | null;
  /** Up to `length` bytes, or null if not even one was read. */
  some(address: bigint, length: number): Uint8Array | null;
  /** Like `some`; "spent" once buffers have used up their allowance, here or during the capture. */
  buffer(address: bigint, length: number): Uint8Array | null | 'spent';
  /** What an earlier call noted under this number. */
  noted(book: string, key: bigint): bigint | undefined;
  /** What a descriptor was open on, if that was asked. */
  openOn(descriptor: bigint): string | undefined;
}

/**
 * Most bytes of buffers and iovecs in one call, which keeps their description below 64 KiB of JSON,
 * even if all of them are the same; 64 plain writes take all of it.
 */
const bufferAllowanceBytes = 4 * 1024;

/** Reads a record as if it were memory: what was not captured cannot be read. */
export function boundMemory({ ranges, notes, files = [] }: Captured): BoundedMemory {
  // Of two ranges with the same start, the later one is longer.
  const byAddress = new Map(ranges.map((range) => [range.address, range]));
  const rangeAt = (address: bigint) => byAddress.get(BigInt.asUintN(64, address));
  let allowanceBytes = bufferAllowanceBytes;
  const some = (address: bigint, length: number) => bytesOf(rangeAt(address), length);
  return {
    some,
    whole(address, length) {
      const bytes = some(address, length);
      return bytes !== null && bytes.length === length ? bytes : null;
    },
    buffer(address, length) {
      const range = rangeAt(address);
      if (!range || range.length < length || length > allowanceBytes) return 'spent';
      allowanceBytes -= length;
      return bytesOf(range, length);
    },
    openOn: (descriptor) => files.find((file) => file.descriptor === descriptor)?.path,
    noted: (book, key) => notes.find((note) => note.book === book && note.key === key)?.value,
  };
}

function bytesOf(range: CapturedRange | undefined, length: number): Uint8Array | null {
  return range && range.bytes.length > 0 ? range.bytes.subarray(0, length) : null;
}
