/** A piece of a tracee's memory. */
export interface MemoryRange {
  /** unsigned 64-bit */
  address: bigint;
  /** in bytes, at least 1 */
  length: number;
}

/**
 * Reads pieces of a tracee's memory: for each as many bytes as could be read from its start, which
 * may be none, and never more. Never throws.
 */
export type ReadRanges = (ranges: readonly MemoryRange[]) => Uint8Array[];
