/** A piece of a tracee's memory. */
export interface MemoryRange {
  /** unsigned 64-bit */
  address: bigint;
  /** in bytes, at least 1 */
  length: number;
}

/**
 * Reads pieces of a tracee's memory, and returns for each the bytes from its start that can be
 * read, perhaps none. Never throws.
 */
export type ReadRanges = (ranges: readonly MemoryRange[]) => Uint8Array[];
