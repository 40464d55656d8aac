/** Bytes as they were at an address. */
export interface CapturedRange {
  address: bigint;
  /** how many the plan asked for */
  length: number;
  /** how many could be read, from the start; the rest is unreadable */
  bytes: Uint8Array;
}

/** A note that the plan looked up: what the call that made it left under `key`. */
export interface FoundNote {
  book: string;
  key: bigint;
  value: bigint;
}

/** All that was taken of a tracee's memory at one stop. */
export interface Captured {
  ranges: readonly CapturedRange[];
  notes: readonly FoundNote[];
}
