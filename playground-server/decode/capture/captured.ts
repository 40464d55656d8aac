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

/** What a descriptor of the program is open on, as the kernel names it in /proc. */
export interface OpenFile {
  descriptor: bigint;
  path: string;
}

/** Everything taken from a tracee's memory at one stop. */
export interface Captured {
  ranges: readonly CapturedRange[];
  notes: readonly FoundNote[];
  /** of the descriptors that the plan names; left out where nobody asked */
  files?: readonly OpenFile[];
}
