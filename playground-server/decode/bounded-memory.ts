import type { ReadMemory } from './read-memory.ts';

/** The tracee's memory as one call may look at it. */
export interface BoundedMemory {
  /** All of `length` bytes, or null: a structure that ends in an unreadable page is unreadable. */
  whole(address: bigint, length: number): Uint8Array | null;
  /** Up to `length` bytes, or null when there is not one. */
  some(address: bigint, length: number): Uint8Array | null;
  /** As `some`, but taken from the allowance for buffers; "spent" when that is used up. */
  buffer(address: bigint, length: number): Uint8Array | null | 'spent';
}

/**
 * Buffers and iovecs of one call may cost this much, which keeps what is said of them below 64 KiB
 * of JSON; 64 plain writes take all of it. Lists of iocbs and events are bounded by their
 * own count (64), so that a call never reads more than 64 × (8 + 64) bytes beside it.
 */
const bufferAllowanceBytes = 4 * 1024;

/** Binds the reads of one call; an address is taken modulo 2^64, as the CPU does. */
export function boundMemory(read: ReadMemory): BoundedMemory {
  let allowanceBytes = bufferAllowanceBytes;
  const some = (address: bigint, length: number) => {
    const bytes = read(BigInt.asUintN(64, address), length);
    return bytes === null || bytes.length === 0 ? null : bytes.subarray(0, length);
  };
  return {
    some,
    whole: (address, length) => {
      const bytes = some(address, length);
      return bytes !== null && bytes.length === length ? bytes : null;
    },
    buffer: (address, length) => {
      if (length > allowanceBytes) return 'spent';
      allowanceBytes -= length;
      return some(address, length);
    },
  };
}
