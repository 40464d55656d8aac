/** The bytes found at an address. */
export interface CapturedRange {
  address: bigint;
  /** number of bytes that the plan asked for */
  length: number;
  /** those that could be read, from the start; the rest is unreadable */
  bytes: Uint8Array;
}

/** A note that the plan looked up: what an earlier call left under `key`. */
export interface FoundNote {
  book: string;
  key: bigint;
  value: bigint;
}

/** Everything taken from a tracee's memory at one stop. */
export interface Captured {
  ranges: readonly CapturedRange[];
  notes: readonly FoundNote[];
}
